import type { DefinitionProblem, Published } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";
import type { DefinitionName, Expected } from "./change-definition.ts";
import { compileFiles } from "./publish-definitions.ts";
import { findDefinition, readInForce, withFiles } from "./published-files.ts";

export type Retiring =
  | { readonly kind: "retired"; readonly version: number }
  | { readonly kind: "none" }
  | { readonly kind: "stale"; readonly now: Published | undefined }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/**
 * Takes a definition out of force, unless something in force could not do without it: then what that is, and where. Runs
 * that are under way go on: they are on a version, and versions stay.
 */
export async function retireDefinition(store: DefinitionStore, { kind, name }: DefinitionName, expected: Expected): Promise<Retiring> {
  const inForce = await readInForce(store);
  const current = findDefinition(inForce, kind, name);
  if (current === undefined) return { kind: "none" };
  if (expected !== undefined && current.version !== expected) return { kind: "stale", now: current };
  const without = Object.fromEntries(Object.keys(current.source).map((path) => [path, null]));
  const compiled = compileFiles(withFiles(inForce.files, without));
  if (compiled.kind === "problems") return compiled;
  if ((await store.retire(kind, name, current.version)) === "saved") return { kind: "retired", version: current.version };
  return { kind: "stale", now: (await store.current(kind)).find((definition) => definition.name === name) };
}
