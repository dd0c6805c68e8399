import type * as z from "zod";
import type { Compiled } from "#core/score/compile-scoring.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { DefinitionKind, DefinitionProblem } from "./definition.ts";
import { fieldOf, type PlacedPath, readYaml } from "./read-yaml.ts";

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

/** What has been read so far. A class because it gathers: every file's problems, every definition. */
export class Compiling {
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

  compiled<T>(path: string, kind: DefinitionKind, compile: (path: string, text: string) => Compiled<T>): T | undefined {
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

  /** A problem with each language of the company that these texts are not written in. */
  wantLanguages(
    file: string,
    place: PlacedPath,
    path: readonly PropertyKey[],
    texts: Readonly<Record<string, string>>,
    settings: Settings | undefined,
  ): void {
    for (const language of settings?.languages ?? []) {
      if (Object.hasOwn(texts, language)) continue;
      const problem = `this is not written in ${language}`;
      this.complain({
        file,
        ...place(path),
        field: fieldOf(path),
        problem,
        remedy: `add ${language}: …, or take the language out of settings.yaml`,
      });
    }
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
