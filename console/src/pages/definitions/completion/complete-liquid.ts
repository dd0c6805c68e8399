import type { EmailPurpose } from "#core/email/email.ts";
import { fieldsKnown } from "#core/email/scope.ts";
import { innerLiquidTags, liquidTags, ownLiquidFilters, plainLiquidFilters } from "#core/email/liquid-words.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Suggestion, Suggestions } from "./suggestion.ts";

const filters: readonly string[] = [...ownLiquidFilters, ...plainLiquidFilters];

/** What could stand inside `{{ … }}` or `{% … %}`; nothing outside of them. */
export function completeLiquid(
  text: string,
  position: number,
  { declarations }: Knowledge,
  purpose: EmailPurpose,
): Suggestions | undefined {
  const before = text.slice(Math.max(0, position - 2_000), position);
  const [, opening, inside] = /(\{\{-?|\{%-?)((?:(?!\}\}|%\})[\s\S])*)$/.exec(before) ?? [];
  if (opening === undefined || inside === undefined) return undefined;
  const word = /[\w-]*$/.exec(inside)?.[0] ?? "";
  const from = position - word.length;
  const isTag = opening.startsWith("{%");
  if (isTag && /^\s*[\w-]*$/.test(inside)) return { from, options: tags() };
  const value = comparedValue(inside, declarations);
  if (value !== undefined) return { from: position - value.typed.length, options: value.options };
  if (/["'][^"']*$/.test(inside.replace(/"[^"]*"|'[^']*'/g, ""))) return undefined;
  if (/\|\s*[\w-]*$/.test(inside)) return { from, options: filters.map((label) => ({ label, kind: "function" })) };
  const known = fieldsKnown(declarations, purpose);
  const object = /([\w-]+)\.[\w-]*$/.exec(inside)?.[1];
  if (object !== undefined) return { from, options: (known[object] ?? []).map((label) => ({ label, kind: "name" })) };
  return { from, options: variables(known, purpose) };
}

function tags(): readonly Suggestion[] {
  return [...liquidTags, ...innerLiquidTags].map((label) => ({ label, kind: "tag", apply: `${label} ` }));
}

function variables(known: Readonly<Record<string, readonly string[]>>, purpose: EmailPurpose): readonly Suggestion[] {
  const objects = Object.keys(known).map((label): Suggestion => ({ label, kind: "name", apply: `${label}.` }));
  const alone = purpose === "marketing" ? ["unsubscribe_url", "form_token", "preheader"] : ["preheader"];
  return [...objects, ...alone.map((label): Suggestion => ({ label, kind: "name" }))];
}

/** The choices of an attribute that is being compared with a text. */
function comparedValue(inside: string, declarations: Knowledge["declarations"]) {
  const [, field, typed] = /person\.(\w+)\s*(?:==|!=)\s*["']([^"']*)$/.exec(inside) ?? [];
  if (field === undefined || typed === undefined || !Object.hasOwn(declarations, field)) return undefined;
  const options = (declarations[field]?.choices ?? []).map(({ value, label }): Suggestion => {
    const detail = Object.values(label)[0];
    return { label: value, kind: "value", ...(detail === undefined ? {} : { detail }) };
  });
  return { typed, options };
}
