import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import type { Person } from "#core/person/person.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { EmailPurpose } from "./email.ts";

/** What an e-mail's Liquid can say. A declared attribute that is not known is `null`, so that `default` can stand in for it. */
export interface Scope {
  readonly person: Readonly<Record<string, AttributeValue | null>>;
  readonly sender: {
    readonly name: string;
    readonly address: string;
    readonly company: string;
    readonly postalAddress: string;
    readonly website: string;
  };
  readonly unsubscribe_url: string;
  /** Lets a form ask its reader only what they have not told yet: `…/forms/NAME?k={{ form_token }}`. */
  readonly form_token: string;
  /** Of a notice to one of us. */
  readonly notice: Readonly<Record<string, string>>;
  /** Of a mail that asks to confirm. */
  readonly confirmation: Readonly<Record<string, string>>;
}

const senderFields = ["name", "address", "company", "postalAddress", "website"];
const noticeFields = ["task", "personUrl", "replySubject", "replyText"];
/** `url` is where they say yes, `text` the sentence whose box they ticked, `until` the last day of the link in their words. */
const confirmationFields = ["url", "text", "until"];

export function scopeOf(input: {
  readonly person: Person;
  readonly declared: readonly string[];
  readonly settings: Settings;
  readonly unsubscribeUrl: string;
  readonly formToken: string;
  readonly values: Readonly<Record<string, string>>;
}): Scope {
  const { person, settings } = input;
  const attributes: Record<string, AttributeValue | null> = {};
  for (const name of input.declared) attributes[name] = person.attributes[name]?.value ?? null;
  const valuesOf = (fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(fields.map((field) => [field, input.values[field] ?? ""]));
  return {
    person: {
      ...attributes,
      email: person.email,
      locale: person.locale ?? "",
      lifecycle: person.lifecycle.value,
      stage: person.stage.value,
    },
    sender: { ...settings.sender, company: settings.company, postalAddress: settings.postalAddress, website: settings.website },
    unsubscribe_url: input.unsubscribeUrl,
    form_token: input.formToken,
    notice: valuesOf(noticeFields),
    confirmation: valuesOf(confirmationFields),
  };
}

/** What stands behind each name with a dot in an e-mail. */
export function fieldsKnown(
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  purpose: EmailPurpose,
): Readonly<Record<string, readonly string[]>> {
  return {
    person: [...Object.keys(declarations), "email", "locale", "lifecycle", "stage"],
    sender: senderFields,
    ...(purpose === "notice" ? { notice: noticeFields } : {}),
    ...(purpose === "confirmation" ? { confirmation: confirmationFields } : {}),
  };
}

/** What else an e-mail of each purpose may say, as a remedy names it. */
const aloneFor: Readonly<Record<EmailPurpose, string>> = {
  marketing: "unsubscribe_url or form_token",
  notice: "notice.…",
  confirmation: "confirmation.…",
};

/** What is wrong with a variable a template uses, if anything. */
export function variableProblem(
  variable: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  purpose: EmailPurpose,
): { readonly problem: string; readonly remedy: string } | undefined {
  const [root = "", field = ""] = variable.split(".");
  const known = fieldsKnown(declarations, purpose);
  if (root === "preheader") return undefined;
  // In a notice it would be the person's, and one of us could use it by mistake.
  if ((root === "unsubscribe_url" || root === "form_token") && purpose === "marketing") return undefined;
  const fields = Object.hasOwn(known, root) ? known[root] : undefined;
  if (fields === undefined) return { problem: `there is no ${variable}`, remedy: `use person.…, sender.… or ${aloneFor[purpose]}` };
  if (fields.includes(field)) return undefined;
  const remedy =
    root === "person" ? `declare ${field} in person.yaml, or use one of: ${fields.join(", ")}` : `use one of: ${fields.join(", ")}`;
  return { problem: `${root} has no ${field}`, remedy };
}
