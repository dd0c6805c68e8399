import { readLocale, readTimeZone } from "./read-locale.ts";
import type { Extracted } from "./submission.ts";

/** What is kept of one arrival, in characters: the table's items end at 400 KB (DynamoDB), a timeline must stay quick to read. */
const longestLine = 300;
const longestText = 8_000;
const mostFields = 150;
const mostCharacters = 60_000;

type Answer = Extracted["answers"][number];

/** Details of one line. */
const lines = ["email", "firstName", "lastName", "fullName", "phone", "company", "consentTextVersion"] as const;
type TextName = (typeof lines)[number] | "locale" | "timeZone" | "message" | "consentText";

/**
 * An arrival without what would harm whoever keeps or shows it: single-line details on one line (no header can be forged
 * from them), no control characters, well-formed Unicode, and no more of it than we keep. Empty answers are no answers.
 */
export function boundExtracted(extracted: Extracted): Extracted {
  const { consent, measurement, purchase, locale, timeZone, message, consentText } = extracted;
  const spend = allowance(mostCharacters);
  const bound: Extracted = { utm: mapTexts(extracted.utm, oneLine), answers: [], hidden: {}, eventId: extracted.eventId };
  for (const name of lines) {
    const text = extracted[name];
    if (text !== undefined) put(bound, name, oneLine(text));
  }
  if (locale !== undefined) put(bound, "locale", readLocale(locale) ?? "");
  if (timeZone !== undefined) put(bound, "timeZone", readTimeZone(timeZone) ?? "");
  if (message !== undefined) put(bound, "message", spend(cleanText(message)));
  if (consentText !== undefined) put(bound, "consentText", spend(cleanText(consentText)));
  if (consent !== undefined) bound.consent = consent;
  if (measurement !== undefined) bound.measurement = measurement;
  if (purchase !== undefined) bound.purchase = { ...purchase, id: oneLine(purchase.id), currency: oneLine(purchase.currency) };
  for (const answer of extracted.answers.slice(0, mostFields)) {
    const kept = boundAnswer(answer, spend);
    if (kept !== undefined) bound.answers.push(kept);
  }
  const hidden = Object.entries(extracted.hidden).slice(0, mostFields);
  if (hidden.length > 0) bound.hidden = Object.fromEntries(hidden.map(([name, value]) => [spend(oneLine(name)), spend(cleanText(value))]));
  return bound;
}

function put(bound: Extracted, name: TextName, text: string): void {
  if (text !== "") bound[name] = text;
}

/** Most texts need no cleaning: letters, digits and signs of Western Europe, with single spaces between. */
const cleanLine = /^[!-~\u00a1-\u024f](?:[ -~\u00a1-\u024f]*[!-~\u00a1-\u024f])?$/;

function isCleanLine(text: string): boolean {
  return text.length <= longestLine && cleanLine.test(text) && !text.includes("  ");
}

/** A text on one line: control characters and runs of white space become one space. */
export function oneLine(text: string): string {
  if (isCleanLine(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longestLine)
    .toWellFormed();
}

/** A text of several lines, without the control characters that no person types. */
function cleanText(text: string): string {
  if (isCleanLine(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]+/gu, "")
    .trim()
    .slice(0, longestText)
    .toWellFormed();
}

function boundAnswer(answer: Answer, spend: (text: string) => string): Answer | undefined {
  const key = spend(oneLine(answer.key));
  const title = spend(oneLine(answer.title));
  const value = boundValue(answer.value, spend);
  return key === "" || value === "" || (Array.isArray(value) && value.length === 0) ? undefined : { key, title, value };
}

function boundValue(value: Answer["value"], spend: (text: string) => string): Answer["value"] {
  if (typeof value === "string") return spend(cleanText(value));
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "boolean") return value;
  return value
    .slice(0, mostFields)
    .map((item) => spend(cleanText(item)))
    .filter((item) => item !== "");
}

/** Lets texts through whole until so many characters have passed, the next cut short, and then nothing. */
function allowance(characters: number): (text: string) => string {
  let left = characters;
  return (text) => {
    // Only what is cut may be cut amid a character.
    const passed = text.length <= left ? text : text.slice(0, left).toWellFormed();
    left -= passed.length;
    return passed;
  };
}

function mapTexts<T extends Readonly<Record<string, string | undefined>>>(
  texts: T,
  clean: (text: string) => string,
): { [K in keyof T]?: string } {
  const cleaned: { [K in keyof T]?: string } = {};
  for (const name in texts) {
    const text = texts[name];
    if (text === undefined) continue;
    const kept = clean(text);
    if (kept !== "") cleaned[name] = kept;
  }
  return cleaned;
}
