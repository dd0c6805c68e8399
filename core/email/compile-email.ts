import { htmlToText } from "html-to-text";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { EmailVariant } from "./email.ts";
import { type EmailFile, readEmailFile } from "./email-file.ts";
import { createEngine, type Flavour } from "./liquid.ts";
import { maskLiquid, maskMjml } from "./mask-liquid.ts";
import { variableProblem } from "./scope.ts";

/** MJML to HTML. The compiler is WebAssembly and lives at the edge. */
export type CompileMjml = (
  mjml: string,
) => { readonly kind: "html"; readonly html: string } | { readonly kind: "problem"; readonly problem: string };

export type CompiledVariant =
  | { readonly kind: "ok"; readonly purpose: EmailFile["purpose"]; readonly variant: EmailVariant }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** Deeper nesting makes the MJML compiler trap, and its WebAssembly instance is lost with it. */
const deepest = 30;

/** Gmail shows this many bytes of a mail's HTML and hides the rest behind a link. */
const gmailClip = 102_000;

interface Compiling {
  readonly file: string;
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
  const compiling: Compiling = { file, source, declarations, problems: [] };
  checkMarketing(compiling);
  checkLinks(compiling);
  const html = htmlOf(compiling, compileMjml);
  const plain = source.text ?? (html === undefined ? "" : textOf(html));
  const variables = [
    ...variablesOf(compiling, "subject", source.subject, language, "text"),
    ...variablesOf(compiling, "preheader", source.preheader, language, "text"),
    ...variablesOf(compiling, "", html ?? "", language, "html"),
    ...variablesOf(compiling, "text", plain, language, "text"),
  ];
  if (html === undefined || compiling.problems.length > 0) return { kind: "problems", problems: compiling.problems };
  const variant = { subject: source.subject, preheader: source.preheader, html, text: plain, variables: [...new Set(variables)].sort() };
  return { kind: "ok", purpose: source.purpose, variant };
}

function complain({ file, source, problems }: Compiling, needle: string, field: string, problem: string, remedy: string): void {
  problems.push({ file, ...placeOf(source, needle), field, problem, remedy });
}

/** Where a piece of the MJML stands in its file. */
function placeOf(source: EmailFile, needle: string): { readonly line: number; readonly column: number } {
  const index = Math.max(0, source.mjml.indexOf(needle));
  const before = source.mjml.slice(0, index).split("\n");
  return { line: source.bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Who writes, and the door out, stand in every marketing mail (CAN-SPAM; art. L34-5 CPCE; art. 21 GDPR). */
function checkMarketing(compiling: Compiling): void {
  const { source } = compiling;
  if (source.purpose !== "marketing") return;
  if (!/href="\{\{\s*unsubscribe_url\s*\}\}"/.test(source.mjml)) {
    complain(
      compiling,
      "</mj-body>",
      "unsubscribe_url",
      "the mail has no link to unsubscribe",
      'put <a href="{{ unsubscribe_url }}">…</a> in its footer',
    );
  }
  if (!/\{\{\s*sender\.postalAddress\s*\}\}/.test(source.mjml)) {
    complain(
      compiling,
      "</mj-body>",
      "sender.postalAddress",
      "the mail does not say who writes and from where",
      "put {{ sender.postalAddress }} in its footer",
    );
  }
}

/** A link that begins with what somebody typed must pass through `safe_url`. */
function checkLinks(compiling: Compiling): void {
  for (const [whole, expression = ""] of compiling.source.mjml.matchAll(/(?:href|src)="\s*\{\{([^}]*)\}\}/g)) {
    const trusted = /^\s*(unsubscribe_url|sender\.website|notice\.personUrl)\s*$/.test(expression) || /\|\s*safe_url\s*$/.test(expression);
    if (!trusted)
      complain(
        compiling,
        whole,
        expression.trim(),
        "a link begins with a value somebody else wrote",
        "end it with the filter safe_url, as {{ person.website | safe_url }}",
      );
  }
}

function htmlOf(compiling: Compiling, compileMjml: CompileMjml): string | undefined {
  const { source } = compiling;
  if (depthOf(source.mjml) > deepest) {
    complain(compiling, "<mjml", "mjml", `elements are nested more than ${deepest} deep`, "take some out");
    return undefined;
  }
  const masked = maskMjml(source.mjml);
  const compiled = compileMjml(masked.text);
  if (compiled.kind === "problem") {
    complain(
      compiling,
      "<mjml",
      "mjml",
      compiled.problem,
      "check that every element is closed and stands where MJML allows it (documentation.mjml.io)",
    );
    return undefined;
  }
  const html = masked.restore(compiled.html);
  if (html === undefined) {
    complain(compiling, "{", "mjml", "some Liquid would be lost in compiling", "move it inside mj-text, or around whole elements");
    return undefined;
  }
  const size = html.length;
  if (size > gmailClip)
    complain(compiling, "<mjml", "mjml", `the mail has ${size} characters; Gmail hides what is beyond ${gmailClip}`, "shorten it");
  // SES rewrites links to count clicks; the way out is not to be counted, nor to depend on it.
  return html.replace(/<a\s([^>]*href="\{\{\s*unsubscribe_url\s*\}\}")/g, "<a ses:no-track $1");
}

function depthOf(mjml: string): number {
  let depth = 0;
  let most = 0;
  for (const [whole] of mjml.matchAll(/<\/?[a-zA-Z][^>]*>/g)) {
    if (whole.startsWith("</")) depth--;
    else if (!whole.endsWith("/>")) most = Math.max(most, ++depth);
  }
  return most;
}

function variablesOf(compiling: Compiling, field: string, text: string, language: string, flavour: Flavour): readonly string[] {
  const parsed = createEngine(language, flavour).parse(text);
  const { file, problems, declarations } = compiling;
  if (parsed.kind === "problem") {
    // Positions in compiled HTML mean nothing to the writer: the MJML, where the same mistake stands, says where.
    const inSource = field === "" ? createEngine(language, flavour).parse(compiling.source.mjml) : parsed;
    const line = inSource.kind === "problem" && inSource.line !== undefined ? { line: inSource.line + compiling.source.bodyLine - 1 } : {};
    problems.push({
      file,
      ...line,
      field: field === "" ? "mjml" : field,
      problem: parsed.problem,
      remedy: "tags known here: if, unless, case, for, assign, comment; see the filters in docs/templates.md",
    });
    return [];
  }
  for (const variable of parsed.variables) {
    const wrong = variableProblem(variable, declarations, compiling.source.purpose);
    if (wrong !== undefined) complain(compiling, variable, variable, wrong.problem, wrong.remedy);
  }
  return parsed.variables;
}

/** The text part: what the HTML says, its links after their words. */
function textOf(html: string): string {
  const masked = maskLiquid(html.replace(/<!--[\s\S]*?-->/g, "").replace(/<(title|style|head)\b[\s\S]*?<\/\1>/gi, ""));
  const text = htmlToText(masked.text, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
  const restored = masked.restore(text) ?? "";
  return restored
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
