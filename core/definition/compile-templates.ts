import * as z from "zod";
import { type CompileMjml, compileEmail } from "#core/email/compile-email.ts";
import type { Email, EmailVariant } from "#core/email/email.ts";
import { type Form, formSchema } from "#core/form/form.ts";
import { type AttributeDeclaration, attributeDeclarationSchema } from "#core/person/attribute.ts";
import { compileLifecycle } from "#core/person/compile-lifecycle.ts";
import { compileScoring } from "#core/score/compile-scoring.ts";
import { compileSequence } from "#core/sequence/compile-sequence.ts";
import { type Settings, settingsSchema } from "#core/settings/settings.ts";
import type { DefinitionKind, DefinitionProblem } from "./definition.ts";
import { readYaml } from "./read-yaml.ts";

/** The files under `templates/`, by path from there. */
export type Files = Readonly<Record<string, string>>;

/** One definition, ready to be published. */
export interface CompiledDefinition {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly source: Files;
  readonly artefact: unknown;
}

export type CompiledTemplates =
  | { readonly kind: "ok"; readonly definitions: readonly CompiledDefinition[] }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

const personSchema = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, "letters and digits, as firstName"), attributeDeclarationSchema);

/** Names that conditions and templates give to a person's own fields. */
const reserved = new Set(["email", "locale", "known", "lifecycle", "stage"]);

/** Compiles all that marketers own, together: what refers to what is checked across files, and everything wrong is told at once. */
export function compileTemplates(files: Files, tools: { readonly mjml: CompileMjml }): CompiledTemplates {
  const compiling = new Compiling(files);
  const settings = compiling.yaml("settings.yaml", "settings", settingsSchema);
  const declarations = compiling.yaml("person.yaml", "person", personSchema) ?? {};
  compiling.refuseReserved(declarations);
  const forms = compiling.each("forms/", ".yaml", (path, text) => compileForm(compiling, path, text, declarations));
  const emails = compileEmails(compiling, declarations, settings, tools.mjml);
  compiling.compiled("scoring.yaml", "scoring", (path, text) => compileScoring(path, text, declarations));
  compiling.compiled("lifecycle.yaml", "lifecycle", (path, text) => compileLifecycle(path, text, declarations));
  if (settings !== undefined) {
    const known = { declarations, emails, forms: new Set(forms), settings };
    compiling.each("sequences/", ".yaml", (path, text) => {
      const compiled = compileSequence(path, text, known);
      if (compiled.kind === "problems") return compiling.complain(...compiled.problems);
      return compiling.define("sequence", compiled.artefact.sequence, { [path]: text }, compiled.artefact);
    });
  }
  compiling.refuseStrangers();
  return compiling.result();
}

/** What has been read so far. A class because it gathers: every file's problems, every definition. */
class Compiling {
  readonly files: Files;
  readonly definitions: CompiledDefinition[] = [];
  readonly problems: DefinitionProblem[] = [];
  readonly used = new Set<string>();

  constructor(files: Files) {
    this.files = files;
  }

  complain(...problems: readonly DefinitionProblem[]): undefined {
    this.problems.push(...problems);
    return undefined;
  }

  define(kind: DefinitionKind, name: string, source: Files, artefact: unknown): string {
    if (this.definitions.some((other) => other.kind === kind && other.name === name)) {
      const [file = ""] = Object.keys(source);
      this.complain({ file, field: kind, problem: `there are two of the name ${name}`, remedy: "give one of them another name" });
    }
    this.definitions.push({ kind, name, source, artefact });
    return name;
  }

  compiled<T>(
    path: string,
    kind: DefinitionKind,
    compile: (
      path: string,
      text: string,
    ) =>
      | { kind: "ok"; artefact: T }
      | { kind: "problems"; problems: readonly DefinitionProblem[] }
      | { readonly kind: "ok"; readonly artefact: T },
  ): T | undefined {
    this.used.add(path);
    const text = this.files[path];
    if (text === undefined)
      return this.complain({ file: path, field: kind, problem: "the file is missing", remedy: "copy the one that came with Relance" });
    const result = compile(path, text);
    if (result.kind === "problems") return this.complain(...result.problems);
    this.define(kind, "default", { [path]: text }, result.artefact);
    return result.artefact;
  }

  yaml<Schema extends z.ZodType>(path: string, kind: DefinitionKind, schema: Schema): z.output<Schema> | undefined {
    return this.compiled<z.output<Schema>>(path, kind, (file, text) => {
      const read = readYaml(file, text, schema);
      return read.kind === "ok" ? { kind: "ok", artefact: read.value } : read;
    });
  }

  each(folder: string, ending: string, compile: (path: string, text: string) => string | undefined): readonly string[] {
    return Object.entries(this.files)
      .filter(([path]) => path.startsWith(folder) && path.endsWith(ending))
      .flatMap(([path, text]) => {
        this.used.add(path);
        const name = compile(path, text);
        return name === undefined ? [] : [name];
      });
  }

  refuseReserved(declarations: Readonly<Record<string, AttributeDeclaration>>): void {
    for (const name of Object.keys(declarations)) {
      if (reserved.has(name))
        this.complain({
          file: "person.yaml",
          field: name,
          problem: `${name} is a field every person has already`,
          remedy: "choose another name",
        });
    }
  }

  refuseStrangers(): void {
    for (const path of Object.keys(this.files)) {
      if (!this.used.has(path))
        this.complain({
          file: path,
          field: "",
          problem: "nothing reads this file",
          remedy: "put it under forms/, emails/ or sequences/, with the ending .yaml or .<language>.mjml",
        });
    }
  }

  result(): CompiledTemplates {
    return this.problems.length > 0 ? { kind: "problems", problems: this.problems } : { kind: "ok", definitions: this.definitions };
  }
}

function compileForm(
  compiling: Compiling,
  path: string,
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): string | undefined {
  const read = readYaml(path, text, formSchema);
  if (read.kind === "problems") return compiling.complain(...read.problems);
  const form: Form = read.value;
  if (!form.fields.some((field) => field.type === "email")) {
    compiling.complain({
      file: path,
      ...read.place(["fields"]),
      field: "fields",
      problem: "the form asks for no e-mail address",
      remedy: "add a field of type email",
    });
  }
  form.fields.forEach(({ attribute }, index) => {
    if (attribute !== undefined && !Object.hasOwn(declarations, attribute)) {
      compiling.complain({
        file: path,
        ...read.place(["fields", index, "attribute"]),
        field: `fields[${index}].attribute`,
        problem: `a person has no attribute ${attribute}`,
        remedy: "declare it in person.yaml, or check the spelling",
      });
    }
  });
  return compiling.define("form", form.form, { [path]: text }, form);
}

/** The files of one e-mail, one a language, become one definition. Answers the names of all that could be read, so that a sequence is not blamed for their mistakes. */
function compileEmails(
  compiling: Compiling,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  settings: Settings | undefined,
  mjml: CompileMjml,
): ReadonlySet<string> {
  const byName = new Map<string, { language: string; path: string; text: string }[]>();
  for (const [path, text] of Object.entries(compiling.files)) {
    const found = /^emails\/([a-z0-9][a-z0-9-]*)\.([a-z]{2}(?:-[A-Z]{2})?)\.mjml$/.exec(path);
    const [, name, language] = found ?? [];
    if (name === undefined || language === undefined) continue;
    compiling.used.add(path);
    byName.set(name, [...(byName.get(name) ?? []), { language, path, text }]);
  }
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
    compileLanguages(compiling, name, languages, declarations, mjml);
  }
  return new Set(byName.keys());
}

function compileLanguages(
  compiling: Compiling,
  name: string,
  languages: readonly { readonly language: string; readonly path: string; readonly text: string }[],
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  mjml: CompileMjml,
): void {
  const variants: Record<string, EmailVariant> = {};
  let purpose: Email["purpose"] = "marketing";
  for (const { language, path, text } of languages) {
    const compiled = compileEmail(path, text, language, declarations, mjml);
    if (compiled.kind === "problems") compiling.complain(...compiled.problems);
    else {
      variants[language] = compiled.variant;
      purpose = compiled.purpose;
    }
  }
  const source = Object.fromEntries(languages.map(({ path, text }) => [path, text]));
  const artefact: Email = { email: name, purpose, variants };
  compiling.define("email", name, source, artefact);
}
