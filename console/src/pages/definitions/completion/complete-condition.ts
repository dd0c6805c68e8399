import { celEnvironment, type ConditionScope, plainVariables, schemasOf } from "#core/condition/cel.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Suggestion, Suggestions } from "./suggestion.ts";
import { levels } from "#core/person/qualification.ts";
import { lifecycles } from "#core/person/lifecycle.ts";
import { stages } from "#core/person/stage.ts";

/** Types of CEL whose methods a condition may want; a regular expression is refused, so it is not offered. */
const receivers = new Set(["string", "list<dyn>"]);
const refused = new Set(["matches"]);

/** What could stand at the end of a condition: a variable, a field, a function, or the values of what is compared. */
export function completeCondition(typed: string, offset: number, scope: ConditionScope, { declarations }: Knowledge): Suggestions {
  const schemas = schemasOf(declarations, scope);
  const open = openText(typed);
  if (open !== undefined) return { from: offset + open.from, options: comparedValues(typed.slice(0, open.from - 1), declarations) };
  const [, object, field] = /([A-Za-z_]\w*)\s*\.\s*([A-Za-z_]\w*)?$/.exec(typed) ?? [];
  if (object !== undefined) {
    const from = offset + typed.length - (field?.length ?? 0);
    const fields = Object.entries(schemas[object] ?? {}).map(([label, detail]): Suggestion => ({ label, kind: "name", detail }));
    return { from, options: fields.length > 0 ? fields : methods(declarations, scope) };
  }
  const method = /[)\]"\w]\s*\.\s*(\w*)$/.exec(typed);
  if (method !== null) return { from: offset + typed.length - (method[1]?.length ?? 0), options: methods(declarations, scope) };
  const word = /[A-Za-z_]\w*$/.exec(typed)?.[0] ?? "";
  const names: readonly Suggestion[] = [
    ...Object.keys(schemas).map((label): Suggestion => ({ label, kind: "name", apply: `${label}.` })),
    ...Object.entries(plainVariables).map(([label, detail]): Suggestion => ({ label, kind: "name", detail })),
    { label: "size", kind: "function", detail: "size(list): int", apply: "size(" },
  ];
  return { from: offset + typed.length - word.length, options: names };
}

/** Where a text that is not closed yet begins; a condition's texts stand in double or single quotes. */
function openText(typed: string): { readonly from: number } | undefined {
  let quote = "";
  let from = 0;
  for (let index = 0; index < typed.length; index++) {
    const character = typed.charAt(index);
    if (quote === "" && (character === '"' || character === "'")) [quote, from] = [character, index + 1];
    else if (character === quote) quote = "";
  }
  return quote === "" ? undefined : { from };
}

/** The values of what stands before `==`, `!=` or `in [`. */
function comparedValues(before: string, declarations: Knowledge["declarations"]): readonly Suggestion[] {
  const found = /([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?\s*(?:==|!=|in)\s*(?:\[[^\]]*)?$/.exec(before);
  const [, object = "", field] = found ?? [];
  const value = (label: string, detail?: string): Suggestion => ({ label, kind: "value", ...(detail === undefined ? {} : { detail }) });
  if (object === "person" && field !== undefined && Object.hasOwn(declarations, field))
    return (declarations[field]?.choices ?? []).map((choice) => value(choice.value, Object.values(choice.label)[0]));
  if (object === "qualification") return levels.map((level) => value(level));
  if (object === "stage") return stages.map((stage) => value(stage));
  return object === "lifecycle" ? lifecycles.map((lifecycle) => value(lifecycle)) : [];
}

function methods(declarations: Knowledge["declarations"], scope: ConditionScope): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { name, receiverType, signature } of celEnvironment(declarations, scope).getDefinitions().functions) {
    if (receiverType === null || !receivers.has(receiverType) || refused.has(name) || found.has(name)) continue;
    found.set(name, { label: name, kind: "function", detail: signature, apply: `${name}(` });
  }
  return [...found.values()];
}
