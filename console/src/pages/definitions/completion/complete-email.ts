import { emailPurposes } from "#core/email/email.ts";
import { frontMatterSchema } from "#core/email/email-file.ts";
import { mjmlElements } from "#core/email/mjml-elements.ts";
import { completeLiquid } from "./complete-liquid.ts";
import { completePlace } from "./complete-yaml.ts";
import type { Knowledge } from "./knowledge.ts";
import { attributesOf } from "./mjml-attributes.ts";
import type { Suggestion, Suggestions } from "./suggestion.ts";
import { yamlPlaceAt } from "./yaml-place.ts";

const head = /^---\r?\n([\s\S]*?)(\r?\n---\r?\n|$)/;
const plainElements = ["a", "br", "em", "strong", "span", "p", "ul", "ol", "li", "img", "table", "tr", "td"];

/** What could stand at a place of an e-mail's file: in its front matter, in Liquid, or in MJML. */
export function completeEmail(text: string, position: number, knowledge: Knowledge): Suggestions | undefined {
  const said = /^purpose:\s*["']?(\w+)/m.exec(head.exec(text)?.[1] ?? "")?.[1];
  const purpose = emailPurposes.find((one) => one === said) ?? "marketing";
  const liquid = completeLiquid(text, position, knowledge, purpose);
  if (liquid !== undefined) return liquid;
  const [whole = "", front = "", end = ""] = head.exec(text) ?? [];
  const isFront = whole !== "" && position >= 4 && position <= whole.length - end.length;
  if (!isFront) return completeMarkup(text, position);
  const place = yamlPlaceAt(front, position - 4);
  const found = place === undefined ? undefined : completePlace(place, frontMatterSchema, [], knowledge);
  return found === undefined ? undefined : { ...found, from: found.from + 4 };
}

function completeMarkup(text: string, position: number): Suggestions | undefined {
  const before = text.slice(0, position);
  const [, slash, name] = /<(\/?)([\w-]*)$/.exec(before) ?? [];
  if (name !== undefined) {
    const from = position - name.length;
    if (slash === "/") return { from, options: closing(before) };
    return { from, options: [...mjmlElements, ...plainElements].map((label) => ({ label, kind: "tag" })) };
  }
  const [, element, attribute] = /<([a-z][\w-]*)(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s+([\w-]*)$/i.exec(before) ?? [];
  if (element === undefined || attribute === undefined) return undefined;
  const options = attributesOf(element).map((label): Suggestion => ({ label, kind: "attribute", apply: `${label}="` }));
  return options.length === 0 ? undefined : { from: position - attribute.length, options };
}

/** The element that is open, as what can be closed. */
function closing(before: string): readonly Suggestion[] {
  const open: string[] = [];
  for (const [, slash, name = "", alone] of before.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi)) {
    if (slash === "/") open.splice(open.lastIndexOf(name), open.lastIndexOf(name) < 0 ? 0 : open.length);
    else if (alone !== "/") open.push(name);
  }
  return open.slice(-1).map((label) => ({ label, kind: "tag", apply: `${label}>` }));
}
