import type { AskedField, EmbeddedForm } from "#contract/embedded-form.ts";
import { rememberable } from "#core/form/choose-questions.ts";
import { type Field, fieldLabel } from "#core/form/field.ts";
import { challenges } from "#core/form/challenge.ts";
import type { Form } from "#core/form/form.ts";
import type { Protection } from "#core/form/protection.ts";
import { textIn } from "#core/form/text-in.ts";
import { fillsIn } from "./autocomplete.ts";
import { embedStyle } from "./embed-style.ts";
import { pageTexts } from "./page-texts.ts";
import { agreementsOf, asksOnlyEmail } from "./shown-form.ts";
import { thankYouOf } from "./thanks-page.ts";

/** A form as the script on a company's page draws it: everything in one language, and nothing about anybody. */
export function embeddedForm(form: Form, language: string, token: string, asked: readonly Field[]): EmbeddedForm {
  const { challenge } = form.protection ?? {};
  const { send, optional, choose, leaveEmpty, lookAgain, failed } = pageTexts(language);
  const agreements = agreementsOf(form).map(
    ({ field, text }): AskedField => ({ name: field, type: "checkbox", label: textIn(text, language) }),
  );
  return {
    language,
    title: textIn(form.title, language),
    fields: [...asked.map((field) => askedField(field, form, language)), ...agreements],
    hidden: form.fields.flatMap(({ type, name, value = "", fromQuery }) =>
      type === "hidden" ? [{ name, value, ...(fromQuery === undefined ? {} : { fromQuery }) }] : [],
    ),
    remember: form.measurement === undefined ? {} : rememberable(form),
    trap: form.honeypot,
    texts: { send, optional, choose, leaveEmpty, lookAgain, failed },
    token,
    ...(challenge === undefined ? {} : { challenge: shownChallenge(challenge) }),
    style: embedStyle,
    thankYou: thankYouOf(form, language),
  };
}

function shownChallenge({ provider, siteKey }: NonNullable<Protection["challenge"]>): NonNullable<EmbeddedForm["challenge"]> {
  const { script, className } = challenges[provider];
  return { script, className, siteKey };
}

function askedField(field: Field, form: Form, language: string): AskedField {
  const required = field.required || field.type === "email";
  const isPlain = required || asksOnlyEmail(form) || (field.type === "checkbox" && field.choices === undefined);
  const bounds = field.type === "date" ? { min: field.min, max: field.max } : {};
  return {
    name: field.name,
    type: field.type,
    label: fieldLabel(field, language),
    ...whereGiven({
      required: required || undefined,
      optional: !isPlain || undefined,
      help: field.help && textIn(field.help, language),
      placeholder: field.placeholder && textIn(field.placeholder, language),
      choices: field.choices?.map(({ value, label }) => ({ value, label: textIn(label, language) })),
      autocomplete: fillsIn(field),
      maxLength: field.maxLength,
      min: bounds.min?.toString(),
      max: bounds.max?.toString(),
    }),
  };
}

function whereGiven<T extends object>(parts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const name in parts) {
    const value = parts[name];
    if (value !== undefined && value !== null) given[name] = value;
  }
  return given;
}
