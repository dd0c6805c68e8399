import type { CompiledVariant } from "#core/email/compile-email.ts";
import type { Email, EmailVariant } from "#core/email/email.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Compiling } from "./compiling.ts";

/** Compiles one language of an e-mail; whoever compiles often may remember what came of the same text. */
export type CompileVariant = (
  file: string,
  text: string,
  language: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
) => CompiledVariant;

/** What each e-mail is for; undefined of one that cannot be read. */
export type EmailPurposes = ReadonlyMap<string, Email["purpose"] | undefined>;

/**
 * The files of one e-mail, one a language, become one definition. Answers what each is for, also of those with mistakes, so
 * that a sequence is not blamed for them.
 */
export function compileEmails(
  compiling: Compiling,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  settings: Settings | undefined,
  compile: CompileVariant,
): EmailPurposes {
  const byName = new Map<string, { language: string; path: string; text: string }[]>();
  for (const [path, text] of Object.entries(compiling.files)) {
    const found = /^emails\/([a-z0-9][a-z0-9-]*)\.([a-z]{2}(?:-[A-Z]{2})?)\.mjml$/.exec(path);
    const [, name, language] = found ?? [];
    if (name === undefined || language === undefined) continue;
    compiling.used.add(path);
    byName.set(name, [...(byName.get(name) ?? []), { language, path, text }]);
  }
  const purposes = new Map<string, Email["purpose"] | undefined>();
  for (const [name, languages] of byName) {
    const missing = settings?.languages.filter((wanted) => !languages.some(({ language }) => language === wanted)) ?? [];
    for (const language of missing) {
      compiling.complain({
        file: `emails/${name}.${language}.mjml`,
        field: "languages",
        problem: `the e-mail ${name} is not written in ${language}`,
        remedy: "write this file, or take the language out of settings.yaml",
      });
    }
    purposes.set(name, compileLanguages(compiling, name, languages, declarations, compile));
  }
  return purposes;
}

function compileLanguages(
  compiling: Compiling,
  name: string,
  languages: readonly { readonly language: string; readonly path: string; readonly text: string }[],
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  compile: CompileVariant,
): Email["purpose"] | undefined {
  const variants: Record<string, EmailVariant> = {};
  let purpose: Email["purpose"] | undefined;
  for (const { language, path, text } of languages) {
    const compiled = compile(path, text, language, declarations);
    if (compiled.kind === "problems") compiling.complain(...compiled.problems);
    else {
      variants[language] = compiled.variant;
      if (purpose !== undefined && compiled.purpose !== purpose) {
        const problem = `it is a ${compiled.purpose} mail here and a ${purpose} mail in another language`;
        compiling.complain({ file: path, line: 2, field: "purpose", problem, remedy: "write the same purpose in all languages" });
      }
      purpose ??= compiled.purpose;
    }
  }
  const source = Object.fromEntries(languages.map(({ path, text }) => [path, text]));
  const artefact: Email = { email: name, purpose: purpose ?? "marketing", variants };
  compiling.define("email", name, source, artefact);
  return purpose;
}
