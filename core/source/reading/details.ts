import { textOf } from "../json.ts";
import { detailOfKey, detailOfTitle } from "../labels.ts";
import { detailNames, type DetailName } from "../mapped-fields.ts";
import { mapped, type Mapping } from "../mapping.ts";
import { valueAt } from "../path.ts";
import type { AnswerValue, Question, Sheet } from "../sheet.ts";

export type Details = { [N in DetailName]?: string };

export interface FoundDetails {
  readonly details: Details;
  /** Questions that answered a detail, and so are no answers beside it. */
  readonly used: ReadonlySet<Question>;
  /** What the question for the address is called, where there is one. */
  readonly emailField: string | undefined;
}

const looksLikeAddress = /^[^\s@]{1,64}@[^\s@]{1,250}\.[^\s@.]{2,}$/;

/**
 * The details of a person: first what the mapping points at, then what the sender says outright, then questions by their
 * role, their key and their title. What was hidden in the page yields to what the person typed. Where no question is called
 * so, the only text that is an e-mail address is the person's. `questions` are those of the sheet that were typed.
 */
export function detailsOf(sheet: Sheet, questions: readonly Question[], mapping: Mapping | undefined): FoundDetails {
  const details: Details = {};
  const used = new Set<Question>();
  const take = (name: DetailName, question: Question | undefined): void => {
    const value = question === undefined ? undefined : scalarText(question.value);
    if (question === undefined || value === undefined || used.has(question)) return;
    if (details[name] === undefined) details[name] = value;
    else if (details[name] !== value) return;
    used.add(question);
  };

  for (const name of detailNames) {
    const wanted = mapped(mapping, name);
    if (wanted === undefined) continue;
    const question = questions.find((candidate) => isNamed(candidate, wanted));
    if (question !== undefined) take(name, question);
    else setIfAbsent(details, name, textOf(valueAt(sheet.json, wanted)));
  }
  const isFree = (name: DetailName): boolean => details[name] === undefined && mapped(mapping, name) === undefined;
  const namedByMapping = new Set(Object.values(mapping ?? {}));
  const mayFill = (question: Question): boolean => !used.has(question) && !isNamedByAny(question, namedByMapping);

  for (const name of detailNames) {
    if (isFree(name)) setIfAbsent(details, name, sheet.details?.[name]);
  }
  const asked = questions.map((question) => ({ question, name: askedBy(question) }));
  for (const { question, name } of asked) {
    if (question.role === name && name !== undefined && isFree(name) && mayFill(question)) take(name, question);
  }
  for (const { question, name } of asked) {
    if (
      question.role === undefined &&
      name !== undefined &&
      mapped(mapping, name) === undefined &&
      mayFill(question) &&
      suits(name, question.value)
    )
      take(name, question);
  }
  if (isFree("email")) take("email", onlyAddress(questions.filter(mayFill)));
  for (const name of ["email", "locale"] as const) {
    if (isFree(name)) setIfAbsent(details, name, hiddenDetail(sheet.hidden ?? {}, name));
  }
  return { details: wholeName(details), used, emailField: asked.find(({ name }) => name === "email")?.question.key };
}

export function isNamed({ key, id, title }: Question, wanted: string): boolean {
  return key === wanted || id === wanted || title === wanted;
}

function isNamedByAny({ key, id, title }: Question, names: ReadonlySet<string>): boolean {
  return names.size > 0 && (names.has(key) || names.has(title) || (id !== undefined && names.has(id)));
}

function askedBy({ role, key, title }: Question): DetailName | undefined {
  if (role !== undefined) return detailNames.find((name) => name === role);
  return detailOfKey(key) ?? (title === key ? undefined : detailOfTitle(title));
}

/** Only what holds an @ answers a question for an address: `E-mail me the brochure: yes` is none. */
function suits(name: DetailName, value: AnswerValue | undefined): boolean {
  if (typeof value === "boolean") return false;
  return name !== "email" || (typeof value === "string" && value.includes("@"));
}

function scalarText(value: AnswerValue | undefined): string | undefined {
  if (!Array.isArray(value)) return textOf(value);
  return value.length === 1 ? textOf(value[0]) : undefined;
}

function onlyAddress(questions: readonly Question[]): Question | undefined {
  const addresses = questions.filter(
    ({ role, value }) => role === undefined && typeof value === "string" && looksLikeAddress.test(value.trim()),
  );
  return addresses.length === 1 ? addresses[0] : undefined;
}

function setIfAbsent(details: Details, name: DetailName, value: string | undefined): void {
  if (value !== undefined && value.trim() !== "") details[name] ??= value;
}

/** An address or a language that the page which embeds the form knew already. */
function hiddenDetail(hidden: Readonly<Record<string, string>>, name: "email" | "locale"): string | undefined {
  const names = name === "email" ? ["email"] : ["locale", "lang"];
  return names.flatMap((known) => (Object.hasOwn(hidden, known) ? (hidden[known] ?? []) : []))[0];
}

/** `Nom: Claire Dupont` without a first name beside it is both names. */
function wholeName(details: Details): Details {
  const { firstName, lastName, fullName, ...others } = details;
  if (lastName === undefined || firstName !== undefined || fullName !== undefined || !/\S\s+\S/.test(lastName)) return details;
  return { ...others, fullName: lastName };
}
