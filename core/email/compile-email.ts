import type { DefinitionProblem } from "#core/definition/definition.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { checkMarkup } from "./check-markup.ts";
import type { EmailVariant } from "./email.ts";
import { type EmailFile, readEmailFile } from "./email-file.ts";
import { createEngine, type Flavour } from "./liquid.ts";
import { maskMjml } from "./mask-liquid.ts";
import { variableProblem } from "./scope.ts";
import { textPartOf } from "./text-part.ts";
import { tryEmail } from "./try-email.ts";

/** MJML to HTML. The compiler is WebAssembly and lives at the edge. */
export type CompileMjml = (
  mjml: string,
) => { readonly kind: "html"; readonly html: string } | { readonly kind: "problem"; readonly problem: string };

export type CompiledVariant =
  | { readonly kind: "ok"; readonly purpose: EmailFile["purpose"]; readonly variant: EmailVariant }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

interface Compiling {
  readonly file: string;
  readonly language: string;
  readonly source: EmailFile;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly problems: DefinitionProblem[];
}

/** Compiles one language of an e-mail to Liquid that only needs filling in, or says everything that is wrong with it. */
export function compileEmail(
  file: string,
  text: string,
  language: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  compileMjml: CompileMjml,
): CompiledVariant {
  const read = readEmailFile(file, text);
  if (read.kind === "problems") return read;
  const source = read.value;
  const compiling: Compiling = { file, language, source, declarations, problems: [] };
  for (const { index, ...finding } of checkMarkup(source.mjml)) compiling.problems.push({ file, ...placeOf(source, index), ...finding });
  const html = compiling.problems.length > 0 ? undefined : htmlOf(compiling, compileMjml);
  const plain = source.text ?? textPartOf(html ?? "");
  const variables = [
    ...variablesOf(compiling, "subject", source.subject, "text"),
    ...variablesOf(compiling, "preheader", source.preheader, "text"),
    ...variablesOf(compiling, "mjml", source.mjml, "html"),
    ...variablesOf(compiling, "text", source.text ?? "", "text"),
  ];
  if (html === undefined || compiling.problems.length > 0) return { kind: "problems", problems: compiling.problems };
  const variant = { subject: source.subject, preheader: source.preheader, html, text: plain, variables: [...new Set(variables)].sort() };
  const failures = tryEmail(source.purpose, language, variant, declarations);
  if (failures.length === 0) return { kind: "ok", purpose: source.purpose, variant };
  return { kind: "problems", problems: failures.map((failure) => ({ file, ...footerOf(source), ...failure })) };
}

/** Where a character of the MJML stands in its file. */
function placeOf(source: EmailFile, index: number): { readonly line: number; readonly column: number } {
  const before = source.mjml.slice(0, Math.max(0, index)).split("\n");
  return { line: source.bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where Liquid found something in the MJML, as a place of its file. */
function inBody(
  source: EmailFile,
  { line, column }: { readonly line?: number; readonly column?: number },
): ReturnType<EmailFile["fieldAt"]> {
  return { ...(line === undefined ? {} : { line: line + source.bodyLine - 1 }), ...(column === undefined ? {} : { column }) };
}

function footerOf(source: EmailFile): { readonly line: number; readonly column: number } {
  return placeOf(source, source.mjml.indexOf("</mj-body>"));
}

function htmlOf({ file, source, problems }: Compiling, compileMjml: CompileMjml): string | undefined {
  const masked = maskMjml(source.mjml);
  const compiled = compileMjml(masked.text);
  if (compiled.kind === "problem") {
    const remedy = "check that every element stands where MJML allows it (documentation.mjml.io)";
    problems.push({ file, ...placeOf(source, 0), field: "mjml", problem: compiled.problem, remedy });
    return undefined;
  }
  const { text: html, lost } = masked.restore(compiled.html);
  if (lost > 0) {
    const remedy = "move it inside mj-text, or around whole elements";
    problems.push({ file, ...placeOf(source, 0), field: "mjml", problem: "some Liquid would be lost in compiling", remedy });
    return undefined;
  }
  // SES rewrites links to count clicks; the way out is not to be counted, nor to depend on it, and nothing is
  // counted of who has not agreed yet.
  if (source.purpose === "confirmation") return html.replace(/<a\s(?!ses:no-track)/g, "<a ses:no-track ");
  return html.replace(/<a\s([^>]*?)href=(["'])(\{\{-?\s*unsubscribe_url\s*-?\}\})\2/g, '<a ses:no-track $1href="$3"');
}

/** The variables a piece of the file uses; those nobody has are problems, as is Liquid that does not parse. */
function variablesOf(compiling: Compiling, field: string, text: string, flavour: Flavour): readonly string[] {
  const { file, language, source, problems, declarations } = compiling;
  const parsed = createEngine(language, flavour).parse(text);
  if (parsed.kind === "problem") {
    const place = field === "mjml" ? inBody(source, parsed) : source.fieldAt(field);
    const remedy = `tags known here: if, unless, case, for, assign, comment; filters: ${parsed.filters.join(", ")}`;
    problems.push({ file, ...place, field, problem: parsed.problem, remedy });
    return [];
  }
  for (const variable of parsed.variables) {
    const wrong = variableProblem(variable, declarations, source.purpose);
    if (wrong === undefined) continue;
    // Of the front matter the field's beginning is told: YAML may fold its lines.
    const place = field === "mjml" ? placeOf(source, source.mjml.indexOf(variable)) : source.fieldAt(field);
    problems.push({ file, ...place, field: variable, ...wrong });
  }
  return parsed.variables;
}
