import type { Files } from "#core/definition/compile-templates.ts";
import { type DefinitionKind, definitionKinds, type Published } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";

/** All that is in force, as it was read at one time. */
export interface InForce {
  readonly definitions: readonly Published[];
  /** Their texts, by path under `templates/`. */
  readonly files: Files;
}

/** Reads every definition in force: seven short queries. */
export async function readInForce(store: DefinitionStore): Promise<InForce> {
  const definitions = (await Promise.all(definitionKinds.map((kind) => store.current(kind)))).flat();
  return { definitions, files: Object.assign({}, ...definitions.map(({ source }) => source)) };
}

export function findDefinition({ definitions }: InForce, kind: DefinitionKind, name: string): Published | undefined {
  return definitions.find((definition) => definition.kind === kind && definition.name === name);
}

/** What would be in force with some files written anew, added, or taken out (null). */
export function withFiles(files: Files, changes: Readonly<Record<string, string | null>>): Files {
  const all: Record<string, string> = { ...files };
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete all[path];
    else all[path] = text;
  }
  return all;
}
