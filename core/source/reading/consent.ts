import { agrees } from "#core/submission/consent-answer.ts";
import type { Extracted } from "#core/submission/submission.ts";
import { asksConsent, foldLabel } from "../labels.ts";
import type { AnswerValue, Question } from "../sheet.ts";

/** How a box's own sentence begins when it says yes: many form tools send the sentence of a ticked box, and nothing of one that is not. */
const yesSentence =
  /^(?:yes|oui|i (?:agree|accept|consent|would like|want)|j (?:accepte|autorise|consens|souhaite)|je (?:souhaite|consens|veux|m abonne|desire)|accept(?:ed)?|d accord)\b/;
const noSentence = /^(?:no|non|false|0|off|unchecked|not checked|i do not|i don t|je ne|declined?|refuse)\b/;

/** The agreement that a form's boxes give: every one that asks for it must have been ticked. The text agreed to is the box's sentence. */
export function consentOf(
  questions: readonly Question[],
): { readonly used: readonly Question[] } & Pick<Extracted, "consent" | "consentText"> {
  const stated = questions.filter(({ role }) => role === "consent");
  const boxes = stated.length > 0 ? stated : questions.filter(isConsentBox);
  const [first] = boxes;
  if (first === undefined) return { used: [] };
  const [sentence, ...others] = first.options ?? [];
  return {
    used: boxes,
    consent: boxes.every(isTicked),
    consentText: others.length === 0 && sentence !== undefined && sentence.length > 3 ? sentence : first.title,
  };
}

function isConsentBox({ role, key, title, value, options }: Question): boolean {
  if ((role !== undefined && role !== "answer") || typeof value === "number" || isOpenText(value)) return false;
  if ((options?.length ?? 0) > 2) return false;
  return asksConsent(title) || asksConsent(key) || (options ?? []).some((option) => option.length > 3 && asksConsent(option));
}

/** A box sends a word or its own sentence, never a story. */
function isOpenText(value: AnswerValue | undefined): boolean {
  return typeof value === "string" && value.length > 600;
}

/** Whether a box was ticked: by a plain yes, or by sending its own sentence. */
export function isTicked({ title, value, options }: Question): boolean {
  const values = Array.isArray(value) ? value : [value];
  return values.some((one) => {
    if (one === undefined || one === false) return false;
    const text = String(one);
    if (agrees(text)) return true;
    const words = foldLabel(text);
    if (words === "" || noSentence.test(words)) return false;
    return yesSentence.test(words) || words === foldLabel(title) || (options ?? []).some((option) => foldLabel(option) === words);
  });
}
