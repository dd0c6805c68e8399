import * as z from "zod";
import { type AttributeDeclaration, attributeDeclarationSchema } from "#core/person/attribute.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Compiling } from "./compiling.ts";
import { readYaml } from "./read-yaml.ts";

/** `templates/person.yaml`: each attribute by its name. */
export const personFileSchema = z.record(
  z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, "letters and digits, as firstName"),
  attributeDeclarationSchema,
);

/** Names that conditions and templates give to a person's own fields, and words of CEL that could not be a name there. */
const reserved = new Set(["email", "locale", "known", "lifecycle", "stage", "in", "true", "false", "null"]);

/** Compiles what may be known of a person; undefined if that cannot be read. */
export function compilePerson(
  compiling: Compiling,
  settings: Settings | undefined,
): Readonly<Record<string, AttributeDeclaration>> | undefined {
  return compiling.compiled("person.yaml", "person", (file, text) => {
    const read = readYaml(file, text, personFileSchema);
    if (read.kind === "problems") return read;
    for (const [name, declaration] of Object.entries(read.value)) {
      const complain = (field: string, problem: string, remedy: string): void => {
        compiling.complain({ file, ...read.place([name]), field, problem, remedy });
      };
      // `constructor` and its like: every object has them, and looking one up must never find that.
      if (reserved.has(name) || name in {}) complain(name, `${name} is a name with a meaning of its own`, "choose another name");
      if (declaration.type === "choice" && (declaration.choices ?? []).length === 0)
        complain(name, "there is nothing to choose from", "write its choices");
      compiling.wantLanguages(file, read.place, [name, "label"], declaration.label, settings);
      declaration.choices?.forEach(({ label }, index) => {
        compiling.wantLanguages(file, read.place, [name, "choices", index, "label"], label, settings);
      });
    }
    return { kind: "ok", artefact: read.value };
  });
}
