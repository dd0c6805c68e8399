import { type CompileMjml, compileEmail } from "#core/email/compile-email.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { compileLifecycle } from "#core/person/compile-lifecycle.ts";
import { compileScoring } from "#core/score/compile-scoring.ts";
import { compileSequence } from "#core/sequence/compile-sequence.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { type Settings, settingsSchema } from "#core/settings/settings.ts";
import { compileEmails, type CompileVariant, type EmailPurposes } from "./compile-emails.ts";
import { compileForm } from "./compile-form.ts";
import { wantConfirmations } from "./want-confirmations.ts";
import { compilePerson } from "./compile-person.ts";
import { type CompiledTemplates, Compiling, type Files } from "./compiling.ts";

export type { CompiledDefinition, Files } from "./compiling.ts";

/** E-mails Relance itself sends to the company's people. */
const ownNotices = ["notice-reply", "notice-task"];

/** Compiles all that marketers own, together: what refers to what is checked across files, and everything wrong is told at once. */
export function compileTemplates(
  files: Files,
  tools: { readonly mjml: CompileMjml } | { readonly variant: CompileVariant },
): CompiledTemplates {
  const compiling = new Compiling(files);
  const settings = compiling.yaml("settings.yaml", "settings", settingsSchema);
  const declarations = compilePerson(compiling, settings);
  // Everything else names a person's attributes: without them every name would be called wrong.
  if (declarations === undefined) return compiling.result();
  const forms = compiling.each("forms/", ".yaml", (path, text) => compileForm(compiling, path, text, declarations, settings));
  const variant: CompileVariant = "variant" in tools ? tools.variant : (...email) => compileEmail(...email, tools.mjml);
  const emails = compileEmails(compiling, declarations, settings, variant);
  wantNotices(compiling, emails);
  wantConfirmations(compiling, emails);
  compiling.compiled("scoring.yaml", "scoring", (path, text) => compileScoring(path, text, declarations));
  compiling.compiled("lifecycle.yaml", "lifecycle", (path, text) => compileLifecycle(path, text, declarations));
  compileSequences(compiling, { declarations, emails, forms, settings });
  compiling.refuseStrangers();
  return compiling.result();
}

function wantNotices(compiling: Compiling, emails: EmailPurposes): void {
  for (const name of ownNotices) {
    if (emails.has(name) && emails.get(name) !== "marketing") continue;
    const problem = "Relance tells the company's people with this e-mail, and it is not there as a notice";
    const remedy = "copy the one that came with Relance, with purpose: notice in its front matter";
    compiling.complain({ file: `emails/${name}.<language>.mjml`, field: "purpose", problem, remedy });
  }
}

interface Known {
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly emails: EmailPurposes;
  readonly forms: readonly string[];
  readonly settings: Settings | undefined;
}

function compileSequences(compiling: Compiling, { declarations, emails, forms, settings }: Known): void {
  compiling.each("sequences/", ".yaml", (path, text) => {
    if (settings === undefined) return undefined;
    const compiled = compileSequence(path, text, { declarations, emails: new Set(emails.keys()), forms: new Set(forms), settings });
    if (compiled.kind === "problems") return compiling.complain(...compiled.problems);
    const sequence: Sequence = compiled.artefact;
    refuseNotices(compiling, path, text, sequence, emails);
    return compiling.define("sequence", sequence.sequence, { [path]: text }, sequence);
  });
}

/** A notice owes its reader no way out, so it may reach nobody but the company's own people; a confirmation asks, once, and is no step. */
function refuseNotices(compiling: Compiling, file: string, text: string, sequence: Sequence, emails: EmailPurposes): void {
  for (const [id, step] of Object.entries(sequence.steps)) {
    const purpose = step.kind === "send" ? emails.get(step.email) : undefined;
    if (step.kind !== "send" || purpose === undefined || purpose === "marketing") continue;
    const line = text.slice(0, text.search(new RegExp(`\\bemail:\\s*["']?${step.email}\\b`))).split("\n").length;
    const problem =
      purpose === "notice"
        ? `${step.email} is a notice, for the company's own people`
        : `${step.email} asks people to confirm that they agree: a form's or a source's doubleOptIn sends it`;
    compiling.complain({ file, line, field: id, problem, remedy: "send a marketing e-mail, or use a notify step" });
  }
}
