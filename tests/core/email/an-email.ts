import { type CompiledVariant, compileEmail } from "#core/email/compile-email.ts";
import type { Email, EmailVariant } from "#core/email/email.ts";
import type { Scope } from "#core/email/scope.ts";
import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";

const label = { fr: "?", en: "?" };

/** What may be known of a person in these tests: one attribute of every type. */
export const declarations: Readonly<Record<string, AttributeDeclaration>> = {
  firstName: { type: "text", label },
  company: { type: "text", label },
  website: { type: "text", label },
  rooms: { type: "number", label },
  price: { type: "money", label },
  visit: { type: "date", label },
  open: { type: "yes-no", label },
  lamps: { type: "list", label },
  need: {
    type: "choice",
    label,
    choices: [
      { value: "shop", label },
      { value: "office", label },
    ],
  },
};

const footer = '<mj-text>{{ sender.postalAddress }} <a href="{{ unsubscribe_url }}">out</a></mj-text>';

/** The file of a marketing mail that is as it must be, with this in it. */
export function emailFile(
  parts: { readonly front?: string; readonly body?: string; readonly footer?: string; readonly head?: string } = {},
): string {
  return [
    "---",
    parts.front ?? "subject: Hello",
    "---",
    "<mjml>",
    `<mj-head>${parts.head ?? ""}</mj-head>`,
    "<mj-body><mj-section><mj-column>",
    parts.body ?? "<mj-text>Hello</mj-text>",
    parts.footer ?? footer,
    "</mj-column></mj-section></mj-body>",
    "</mjml>",
    "",
  ].join("\n");
}

/** The line of the file on which `body` begins, with a front matter of one line. */
export const bodyLine = 7;

const mjml = createMjmlCompiler();

export function compiled(file: string, language = "fr"): CompiledVariant {
  return compileEmail(`emails/trial.${language}.mjml`, file, language, declarations, mjml);
}

/** The variant of a file that must compile. */
export function variantOf(file: string, language = "fr"): EmailVariant {
  const result = compiled(file, language);
  if (result.kind === "problems") throw new Error(JSON.stringify(result.problems, null, 1));
  return result.variant;
}

export function emailOf(variants: Email["variants"], purpose: Email["purpose"] = "marketing"): Email {
  return { email: "trial", purpose, variants };
}

/** What a mail can say of somebody who told us only this. */
export function scopeKnowing(person: Readonly<Record<string, AttributeValue>> = {}, notice: Readonly<Record<string, string>> = {}): Scope {
  const unknown = Object.fromEntries(Object.keys(declarations).map((name) => [name, null]));
  return {
    person: { ...unknown, email: "zoe@dupont.example", locale: "fr", lifecycle: "contact", stage: "awareness", ...person },
    sender: {
      name: "Camille Roux",
      address: "camille@atelier-lumen.example",
      company: "Atelier Lumen",
      postalAddress: "14 quai de la Pêcherie, Lyon",
      website: "https://atelier-lumen.example",
    },
    form_token: "token",
    unsubscribe_url: "https://mail.atelier-lumen.example/u/token",
    confirmation: { url: "https://mail.atelier-lumen.example/c/token", text: "J’accepte.", until: "4 décembre 2026" },
    notice: { task: "", personUrl: "https://mail.atelier-lumen.example/people/per_1", replySubject: "", replyText: "", ...notice },
  };
}
