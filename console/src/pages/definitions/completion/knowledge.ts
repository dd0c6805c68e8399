import { personFileSchema } from "#core/definition/compile-person.ts";
import { readYaml } from "#core/definition/read-yaml.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { settingsSchema } from "#core/settings/settings.ts";

/** What texts may speak of: what is in force. */
export interface Knowledge {
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly languages: readonly string[];
  /** E-mails that a sequence may send. */
  readonly emails: readonly string[];
  readonly forms: readonly string[];
}

export const nothingKnown: Knowledge = { declarations: {}, languages: [], emails: [], forms: [] };

/** What a person's file declares; nothing where it cannot be read. */
export function declarationsIn(personYaml: string): Knowledge["declarations"] {
  const read = readYaml("person.yaml", personYaml, personFileSchema);
  return read.kind === "ok" ? read.value : {};
}

/** The company's languages, its default first. */
export function languagesIn(settingsYaml: string): readonly string[] {
  const read = readYaml("settings.yaml", settingsYaml, settingsSchema);
  return read.kind === "ok" ? read.value.languages : [];
}
