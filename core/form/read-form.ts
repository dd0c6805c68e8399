import { boundExtracted } from "#core/submission/bound-extracted.ts";
import { agrees } from "#core/submission/consent-answer.ts";
import { eventIdOfFields, givenEventId } from "#core/submission/event-id.ts";
import { finishArrival, type ReadArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import type { Instant } from "#core/time/instant.ts";
import { detailNames, type DetailName, utmNames } from "#core/source/mapped-fields.ts";
import { readDate, readNumber } from "#core/person/coerce-answer.ts";
import { challengeFields } from "./challenge.ts";
import { checkField, pageAddressOf } from "./check-field.ts";
import { type Field, fieldLabel } from "./field.ts";
import type { FieldProblem } from "./field-problem.ts";
import type { Form } from "./form.ts";
import { textIn } from "./text-in.ts";

/** A field's name and one value, in the order they were sent; a name may come several times. */
export type FormField = readonly [name: string, value: string];

/** One post of a form. `language` is the one the person reads, where they said so; `idempotencyKey` the header's. */
export interface FormPost {
  readonly fields: readonly FormField[];
  readonly language: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly receivedAt: Instant;
}

/** What reading a form gave. `machine`: the field people do not see was filled; what else it sent is read as it is. `problem`: what is wrong, in the order of the form. */
export type ReadForm =
  | Exclude<ReadArrival, { readonly kind: "problem" }>
  | { readonly kind: "problem"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "machine"; readonly extracted: Extracted };

/** What was agreed to is said by the form's definition, never by who fills it in. */
const formDetails = detailNames.filter((name) => name !== "consentText" && name !== "consentTextVersion");

/** Fields that say something about the post, and answer nothing. `_asked` names the fields its page asked for, ticked or not. */
const ownFields: ReadonlySet<string> = new Set(["_id", "_lang", "_charset_", "_asked", "_page", "_token", ...challengeFields]);

/** Reads one post of a form by its definition. Fields it does not name are kept as answers under their own names. */
export function readForm(form: Form, post: FormPost): ReadForm {
  const values = valuesByName(post.fields);
  const first = (name: string): string | undefined => values.get(name)?.[0];
  const emailField = emailFieldOf(form);
  const draft: Extracted = {
    ...(post.language === undefined ? {} : { locale: post.language }),
    ...detailsOf(form, values),
    ...consentOf(form, post.language, first(form.consent.field)),
    ...measurementOf(form, post.language, first),
    utm: utmOf(values),
    hidden: hiddenOf(form, values),
    answers: answersOf(form, values, post.language),
    eventId: givenEventId(post.idempotencyKey ?? first("_id")) ?? eventIdOfFields(post.fields, post.receivedAt),
  };
  if ((values.get(form.honeypot) ?? []).length > 0) return { kind: "machine", extracted: boundExtracted(draft) };
  const read = finishArrival(draft, emailField);
  const problems = problemsOf(form, post, values, read.kind === "problem" ? read : undefined);
  if (problems.length > 0) return { kind: "problem", problems };
  return read.kind === "problem" ? { kind: "problem", problems: [read] } : read;
}

/** The name of the field that holds the address. */
function emailFieldOf(form: Form): string {
  return form.fields.find((field) => field.type === "email")?.name ?? "email";
}

/** Names without the `[]` by which some pages mark lists, and their values that are not empty. */
function valuesByName(fields: readonly FormField[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [rawName, value] of fields) {
    const name = rawName.replace(/\[\]$/, "");
    if (value.trim() === "") continue;
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return values;
}

/**
 * What is wrong with the fields that were asked for. A required one that was not sent at all, and that the page does not say
 * it asked for, is no problem: a person without a budget is better than no person.
 */
function problemsOf(
  form: Form,
  { fields, language }: FormPost,
  values: ReadonlyMap<string, readonly string[]>,
  address: FieldProblem | undefined,
): readonly FieldProblem[] {
  const sent = new Set(fields.map(([name]) => name.replace(/\[\]$/, "")));
  const asked = new Set(values.get("_asked")?.flatMap((names) => names.split(",")));
  return form.fields.flatMap((field): readonly FieldProblem[] => {
    if (field.name === emailFieldOf(form)) return address === undefined ? [] : [address];
    if (!sent.has(field.name) && !asked.has(field.name)) return [];
    const fault = checkField(field, values.get(field.name) ?? []);
    if (fault === undefined) return [];
    const { problem, ...rest } = fault;
    const message = fault.code === "text-pattern" ? field.pattern?.message : undefined;
    const told = `“${fieldLabel(field, language)}” ${problem}.`;
    return [{ ...rest, field: field.name, problem: told, ...(message === undefined ? {} : { message }) }];
  });
}

/** What hidden fields say, under their own names, and as `page` the address of the page the form stood in, if it says so. */
function hiddenOf(form: Form, values: ReadonlyMap<string, readonly string[]>): Extracted["hidden"] {
  const hidden = form.fields.flatMap(({ type, name }) => (type === "hidden" ? [[name, values.get(name)?.[0]] as const] : []));
  const page = values.get("_page")?.[0];
  const stated = [["page", page !== undefined && /^https?:\/\/[^\s"'<>]+$/i.test(page) ? page : undefined] as const, ...hidden];
  return Object.fromEntries(
    stated.flatMap(([name, value]): readonly (readonly [string, string])[] => (value === undefined ? [] : [[name, value]])),
  );
}

/** The attribute a field fills; its own name where nothing else is said. */
function attributeOf(form: Form, name: string): string {
  return form.fields.find((field) => field.name === name)?.attribute ?? name;
}

function detailsOf(form: Form, values: ReadonlyMap<string, readonly string[]>): { [N in DetailName]?: string } {
  const details: { [N in DetailName]?: string } = {};
  for (const [name, [value]] of values) {
    const attribute = name === emailFieldOf(form) ? "email" : attributeOf(form, name);
    const detail = formDetails.find((known) => known === attribute);
    if (detail !== undefined && value !== undefined) details[detail] ??= value;
  }
  return details;
}

function consentOf(
  form: Form,
  language: string | undefined,
  value: string | undefined,
): Pick<Extracted, "consent" | "consentText" | "consentTextVersion"> {
  const { basis, text, version } = form.consent;
  if (basis !== "consent" && value === undefined) return {};
  return { consent: agrees(value), consentText: textIn(text, language), consentTextVersion: version };
}

function measurementOf(
  { measurement }: Form,
  language: string | undefined,
  first: (name: string) => string | undefined,
): Pick<Extracted, "measurement"> {
  if (measurement === undefined) return {};
  const { field, version, text } = measurement;
  return { measurement: { agreed: agrees(first(field)), text: textIn(text, language), textVersion: version } };
}

function utmOf(values: ReadonlyMap<string, readonly string[]>): Extracted["utm"] {
  const utm: Extracted["utm"] = {};
  for (const name of utmNames) {
    const value = values.get(`utm_${name}`)?.[0];
    if (value !== undefined) utm[name] = value;
  }
  return utm;
}

function answersOf(form: Form, values: ReadonlyMap<string, readonly string[]>, language: string | undefined): Extracted["answers"] {
  const details: ReadonlySet<string> = new Set<string>(formDetails);
  const own = new Set([...ownFields, form.honeypot, form.consent.field, form.measurement?.field, emailFieldOf(form)]);
  return [...values].flatMap(([name, given]) => {
    const key = attributeOf(form, name);
    if (own.has(name) || details.has(key) || utmNames.some((utm) => name === `utm_${utm}`)) return [];
    const field = form.fields.find((candidate) => candidate.name === name);
    if (field?.type === "hidden" && field.attribute === undefined) return [];
    return [{ key, title: field === undefined ? name : fieldLabel(field, language), value: answerOf(field, given) }];
  });
}

/** A lone box is a yes; boxes and lists with several values are all of them; else the value as it was given, a known choice or not. */
function answerOf(field: Field | undefined, given: readonly string[]): Extracted["answers"][number]["value"] {
  const [first = ""] = given;
  if (field?.type === "checkbox" && field.choices === undefined) return agrees(first);
  if (given.length > 1) return [...given];
  if (field?.type === "number") return readNumber(first) ?? first;
  if (field?.type === "date") return readDate(first) ?? first;
  if (field?.type === "url") return pageAddressOf(first) ?? first;
  return first;
}
