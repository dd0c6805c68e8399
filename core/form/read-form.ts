import { agrees } from "#core/submission/consent-answer.ts";
import { eventIdOfFields, givenEventId } from "#core/submission/event-id.ts";
import { finishArrival, type ReadArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import type { Instant } from "#core/time/instant.ts";
import { detailNames, type DetailName, utmNames } from "#core/source/mapped-fields.ts";
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

/** What reading a form gave. `machine`: the field people do not see was filled. */
export type ReadForm = ReadArrival | { readonly kind: "machine" };

/** What was agreed to is said by the form's definition, never by who fills it in. */
const formDetails = detailNames.filter((name) => name !== "consentText" && name !== "consentTextVersion");

type FieldDeclaration = Form["fields"][number];

/** Fields that say something about the post, and answer nothing. */
const ownFields: ReadonlySet<string> = new Set(["_id", "_lang", "_charset_"]);

/** Reads one post of a form by its definition. Fields it does not name are kept as answers under their own names. */
export function readForm(form: Form, post: FormPost): ReadForm {
  const values = valuesByName(post.fields);
  const first = (name: string): string | undefined => values.get(name)?.[0];
  if ((values.get(form.honeypot) ?? []).length > 0) return { kind: "machine" };
  const emailField = emailFieldOf(form);
  const missing = missingField(form, post, values);
  const read = finishArrival(
    {
      ...(post.language === undefined ? {} : { locale: post.language }),
      ...detailsOf(form, values),
      ...consentOf(form, post.language, first(form.consent.field)),
      utm: utmOf(values),
      hidden: {},
      answers: answersOf(form, values, post.language),
      eventId: givenEventId(post.idempotencyKey ?? first("_id")) ?? eventIdOfFields(post.fields, post.receivedAt),
    },
    emailField,
  );
  if (read.kind === "read" && missing !== undefined) {
    const label = textIn(missing.label, post.language);
    return {
      kind: "problem",
      field: missing.name,
      code: "field-empty",
      problem: `“${label}” was left empty.`,
      remedy: `Fill in “${label}”.`,
    };
  }
  return read;
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
 * A required field that was sent empty. One that was not sent at all is none: the page it came from does not ask for
 * it, and a person without a budget is better than no person.
 */
function missingField(form: Form, { fields }: FormPost, values: ReadonlyMap<string, readonly string[]>): FieldDeclaration | undefined {
  const sent = new Set(fields.map(([name]) => name));
  return form.fields.find((field) => field.required && field.type !== "email" && sent.has(field.name) && !values.has(field.name));
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
  const own = new Set([...ownFields, form.honeypot, form.consent.field, emailFieldOf(form)]);
  return [...values].flatMap(([name, given]) => {
    const key = attributeOf(form, name);
    if (own.has(name) || details.has(key) || utmNames.some((utm) => name === `utm_${utm}`)) return [];
    const field = form.fields.find((candidate) => candidate.name === name);
    return [{ key, title: field === undefined ? name : textIn(field.label, language), value: answerOf(field, given) }];
  });
}

/** A lone box is a yes; boxes and lists with several values are all of them; else the value as it was given, a known choice or not. */
function answerOf(field: FieldDeclaration | undefined, given: readonly string[]): Extracted["answers"][number]["value"] {
  const [first = ""] = given;
  if (field?.type === "checkbox" && field.choices === undefined) return agrees(first);
  return given.length === 1 ? first : [...given];
}
