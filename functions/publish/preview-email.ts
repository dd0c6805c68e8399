import type { DefinitionProblem } from "#core/definition/definition.ts";
import { compileEmail } from "#core/email/compile-email.ts";
import { createRenderer, type RenderedEmail } from "#core/email/render-email.ts";
import { scopeOf } from "#core/email/scope.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Person } from "#core/person/person.ts";
import type { Settings } from "#core/settings/settings.ts";
import { createMjmlCompiler } from "./mjml.ts";

export type Preview =
  | { readonly kind: "mail"; readonly mail: RenderedEmail }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** Leads nowhere, by a rule of the domain name system (RFC 2606): a preview's way out unsubscribes nobody. */
const unsubscribeUrl = "https://preview.invalid/unsubscribe";

/** What a notice, and a mail that asks to confirm, tell in a preview. */
const told = {
  url: "https://preview.invalid/confirm",
  text: "…",
  until: "…",
  task: "—",
  personUrl: "https://preview.invalid/people",
  replySubject: "Re: …",
  replyText: "…",
};

const mjml = createMjmlCompiler();

/** An e-mail's text, compiled and filled in for one person as if it left now. */
export function previewEmail(input: {
  readonly file: string;
  readonly text: string;
  readonly email: string;
  readonly language: string;
  readonly person: Person;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly settings: Settings;
}): Preview {
  const { file, text, language, person, declarations, settings } = input;
  const compiled = compileEmail(file, text, language, declarations, mjml);
  if (compiled.kind === "problems") return compiled;
  const email = { email: input.email, purpose: compiled.purpose, variants: { [language]: compiled.variant } };
  const scope = scopeOf({ person, declared: Object.keys(declarations), settings, unsubscribeUrl, formToken: "", values: told });
  try {
    const mail = createRenderer().renderEmail({ email, emailVersion: 0, locale: language, languages: [language], scope });
    return { kind: "mail", mail };
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    const remedy = "mend or take out the Liquid that does this";
    return { kind: "problems", problems: [{ file, field: "mjml", problem: `it cannot be filled in for this person: ${said}`, remedy }] };
  }
}
