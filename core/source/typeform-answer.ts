import { answerOf, isObject, type Json, jsonOf } from "./json.ts";
import type { DetailName } from "./mapped-fields.ts";

/** What titles and refs of questions ask for, in French and English. Only short texts are looked at. */
const titles: readonly (readonly [DetailName, RegExp])[] = [
  ["firstName", /\bfirst[ _-]?name\b|\bgiven[ _-]?name\b|\bpr[ée]nom\b/i],
  [
    "lastName",
    /\blast[ _-]?name\b|\bsurname\b|\bfamily[ _-]?name\b|\bnom de famille\b|^(?:votre |quel est votre )?nom\b(?! (?:de |d['’])(?:l['’])?(?:entreprise|soci))/i,
  ],
  ["fullName", /\bfull[ _-]?name\b|\byour name\b|^name$|\bnom complet\b|\bnom et pr[ée]nom\b|\bpr[ée]nom et nom\b/i],
  ["company", /\bcompany\b|\borgani[sz]ation\b|\bentreprise\b|\bsoci[ée]t[ée]\b/i],
  ["phone", /\bphone\b|\bt[ée]l[ée]phone\b/i],
  ["message", /^(?:your |votre )?(?:message|comments?|commentaires?)\b/i],
];

/** The longest title that can be the plain name of a detail: a question in sentences asks for something else. */
const longestTitle = 60;

/** Which detail of a person a title asks for. A question for both names asks for the full one. */
export function detailOfTitle(title: string): DetailName | undefined {
  if (title.length > longestTitle) return undefined;
  const asked = titles.filter(([, pattern]) => pattern.test(title)).map(([name]) => name);
  return asked.includes("fullName") ? "fullName" : asked[0];
}

/** An answer's value. It stands under the key that the answer's `type` names; choices are their labels, with what was written beside them. */
export function valueOfAnswer(
  answer: Readonly<Record<string, unknown>> & { readonly type: string },
): string | number | boolean | string[] | undefined {
  const value = Object.hasOwn(answer, answer.type) ? jsonOf(answer[answer.type]) : undefined;
  if (answer.type === "choice" && isObject(value)) return answerOf(value["label"] ?? value["other"]);
  if (answer.type === "choices" && isObject(value)) return answerOf([...list(value["labels"]), ...list(value["other"])]);
  if (answer.type === "payment" && isObject(value)) return answerOf(value["amount"]);
  return answerOf(value);
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
