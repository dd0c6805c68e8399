import { compileTemplates, type CompiledDefinition, type Files } from "#core/definition/compile-templates.ts";
import type { DefinitionProblem, Published } from "#core/definition/definition.ts";
import { definitionHash } from "#core/definition/definition-hash.ts";
import type { DefinitionStore } from "#core/ports/stores.ts";
import type { Instant } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { createMjmlCompiler } from "./mjml.ts";

/** Grows when the compiler's output changes for the same source, so that everything is published anew. */
const compilerVersion = "2";

const tries = 5;
const mjml = createMjmlCompiler();

export interface PublishedName {
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly changed: boolean;
}

export type Publishing =
  | { readonly kind: "published"; readonly published: readonly PublishedName[] }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** Compiles all files together and publishes those that changed, each as a new immutable version. With any problem nothing is. */
export async function publishDefinitions(input: {
  readonly store: DefinitionStore;
  readonly files: Files;
  readonly now: Instant;
  readonly note?: string;
}): Promise<Publishing> {
  const compiled = compileTemplates(input.files, { mjml });
  if (compiled.kind === "problems") return compiled;
  const published: PublishedName[] = [];
  for (const definition of compiled.definitions) published.push(await publishOne(input, definition));
  return { kind: "published", published };
}

async function publishOne(input: Parameters<typeof publishDefinitions>[0], definition: CompiledDefinition): Promise<PublishedName> {
  const { kind, name, source, artefact } = definition;
  const hash = definitionHash(source, compilerVersion);
  for (let attempt = 0; attempt < tries; attempt++) {
    const current = (await input.store.current(kind)).find((candidate) => candidate.name === name);
    if (current?.hash === hash) return { kind, name, version: current.version, changed: false };
    const version = (current?.version ?? 0) + 1 + attempt;
    const next: Published = {
      kind,
      name,
      version,
      hash,
      source,
      artefact,
      publishedAt: input.now,
      ...(input.note === undefined ? {} : { note: input.note }),
    };
    if ((await input.store.publish(next)) === "saved") return { kind, name, version, changed: true };
  }
  throw new TransientFault("publish-raced", `Others published ${kind} ${name} ${tries} times meanwhile. Publish again.`);
}
