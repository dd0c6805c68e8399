import type { Files } from "#core/definition/compiling.ts";
import { refusedSchemaChanges } from "#core/definition/attribute-uses.ts";
import { personFileSchema } from "#core/definition/compile-person.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { DefinitionKind, DefinitionProblem, Published } from "#core/definition/definition.ts";
import { fileBelongs } from "#core/definition/file-names.ts";
import { compileFiles, hashOf, latest, type Publication, type PublishedName, publishOne, versionOf } from "./publish-definitions.ts";
import { findDefinition, readInForce, withFiles } from "./published-files.ts";

/** The definition a change is about. */
export interface DefinitionName {
  readonly kind: DefinitionKind;
  readonly name: string;
}

export type Changing =
  | {
      readonly kind: "published";
      readonly from: Published | undefined;
      readonly published: PublishedName;
      readonly also: readonly PublishedName[];
    }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] }
  /** Somebody published it since the text was read. */
  | { readonly kind: "stale"; readonly now: Published | undefined };

/** The version a change was made from: null where there was none in force, absent where it does not matter. */
export type Expected = number | null | undefined;

/**
 * Publishes new text of one definition, compiled together with all else in force, and what becomes different with it. The
 * version's number is the lock: of two who change the same version, one is told so.
 */
export async function changeDefinition(
  input: Publication & DefinitionName & { readonly files: Files; readonly expected: Expected },
): Promise<Changing> {
  const { kind, name, store, expected } = input;
  const inForce = await readInForce(store);
  const current = findDefinition(inForce, kind, name);
  if (expected !== undefined && (current?.version ?? null) !== expected) return { kind: "stale", now: current };
  const strangers = Object.keys(input.files).filter((path) => !fileBelongs(path, kind, name, Object.keys(current?.source ?? {})));
  if (strangers.length > 0) return { kind: "problems", problems: strangers.map((file) => stranger(file, input)) };
  const without = Object.fromEntries(Object.keys(current?.source ?? {}).map((path) => [path, null]));
  const compiled = compileFiles(withFiles(withFiles(inForce.files, without), input.files));
  if (compiled.kind === "problems") return compiled;
  const target = compiled.definitions.find((definition) => definition.kind === kind && definition.name === name);
  if (target === undefined) return { kind: "problems", problems: [renamed(input)] };
  if (kind === "person") {
    const refused = refusedSchemaChanges(declarationsOf(current?.artefact), declarationsOf(target.artefact), compiled.definitions);
    if (refused.length > 0) return { kind: "problems", problems: refused };
  }
  const others = compiled.definitions.filter(
    (definition) => definition !== target && findDefinition(inForce, definition.kind, definition.name)?.hash !== hashOf(definition),
  );
  const published = await publishTarget(input, target, current);
  if (published === "stale") return { kind: "stale", now: (await store.current(kind)).find((definition) => definition.name === name) };
  const also: PublishedName[] = [];
  for (const other of others) also.push(await publishOne(input, other));
  return { kind: "published", from: current, published, also };
}

/** The schema of a version of it; nothing where there is none yet. */
function declarationsOf(artefact: unknown): Readonly<Record<string, AttributeDeclaration>> {
  return personFileSchema.safeParse(artefact).data ?? {};
}

async function publishTarget(
  input: Parameters<typeof changeDefinition>[0],
  target: Parameters<typeof publishOne>[1],
  current: Published | undefined,
): Promise<PublishedName | "stale"> {
  const { kind, name, expected, store } = input;
  if (expected === undefined) return publishOne(input, target);
  if (current !== undefined && current.hash === hashOf(target)) return { kind, name, version: current.version, changed: false };
  const version = ((current ?? (await latest(store, kind, name)))?.version ?? 0) + 1;
  if ((await store.publish(versionOf(input, target, version))) === "conflict") return "stale";
  return { kind, name, version, changed: true };
}

function stranger(file: string, { kind, name }: DefinitionName): DefinitionProblem {
  return {
    file,
    field: "",
    problem: `this file is no part of ${kind} ${name}`,
    remedy: "publish each definition with its own files; POST /api/publish takes all of them together",
  };
}

function renamed({ files, kind, name }: DefinitionName & { readonly files: Files }): DefinitionProblem {
  const [file = ""] = Object.keys(files);
  return {
    file,
    line: 1,
    column: 1,
    field: kind,
    problem: `this is not called ${name} any more`,
    remedy: `write ${kind}: ${name} again; for another name, make a new one and retire this`,
  };
}
