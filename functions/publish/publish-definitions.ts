import { compileTemplates } from "#core/definition/compile-templates.ts";
import type { CompiledDefinition, CompiledTemplates, Files } from "#core/definition/compiling.ts";
import type { DefinitionKind, DefinitionProblem, Published, Publisher } from "#core/definition/definition.ts";
import { definitionHash } from "#core/definition/definition-hash.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";
import type { Instant } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { createVariantCompiler } from "./compile-variant.ts";

/** Grows when the compiler's output changes for the same source, so that everything is published anew. */
const compilerVersion = "3";

const tries = 5;
const variant = createVariantCompiler();

export interface PublishedName {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly version: number;
  readonly changed: boolean;
}

export type Publishing =
  | { readonly kind: "published"; readonly published: readonly PublishedName[] }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** What a version is published with, besides its text. */
export interface Publication {
  readonly store: DefinitionStore;
  readonly now: Instant;
  readonly note?: string;
  readonly by?: Publisher;
}

/** Compiles all files together and publishes those that changed, each as a new immutable version. With any problem nothing is. */
export async function publishDefinitions(input: Publication & { readonly files: Files }): Promise<Publishing> {
  const compiled = compileFiles(input.files);
  if (compiled.kind === "problems") return compiled;
  const published: PublishedName[] = [];
  for (const definition of compiled.definitions) published.push(await publishOne(input, definition));
  return { kind: "published", published };
}

/** Compiles files together, with the compiler of MJML that lives here. */
export function compileFiles(files: Files): CompiledTemplates {
  return compileTemplates(files, { variant });
}

/** Publishes one compiled definition if it is not what is in force; tries again where others publish meanwhile. */
export async function publishOne(input: Publication, definition: CompiledDefinition): Promise<PublishedName> {
  const { kind, name } = definition;
  for (let attempt = 0; attempt < tries; attempt++) {
    const current = (await input.store.current(kind)).find((candidate) => candidate.name === name);
    if (current !== undefined && current.hash === hashOf(definition)) return { kind, name, version: current.version, changed: false };
    const version = (current ?? (await latest(input.store, kind, name)))?.version ?? 0;
    const next = versionOf(input, definition, version + 1 + attempt);
    if ((await input.store.publish(next)) === "saved") return { kind, name, version: next.version, changed: true };
  }
  throw new TransientFault("publish-raced", `Others published ${kind} ${name} ${tries} times meanwhile. Publish again.`);
}

/** The last version there ever was, also of what is retired. */
export async function latest(store: DefinitionStore, kind: DefinitionKind, name: string): Promise<Published | undefined> {
  return (await store.versions(kind, name, { limit: 1 })).items[0];
}

export function hashOf({ source, artefact }: CompiledDefinition): string {
  return definitionHash(source, artefact, compilerVersion);
}

export function versionOf({ now, note, by }: Publication, definition: CompiledDefinition, version: number): Published {
  const { kind, name, source, artefact } = definition;
  return {
    kind,
    name,
    version,
    hash: hashOf(definition),
    source,
    artefact,
    publishedAt: now,
    ...(note === undefined || note === "" ? {} : { note }),
    ...(by === undefined ? {} : { by }),
  };
}
