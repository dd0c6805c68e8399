import type { Published } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/stores.ts";

/** A store of definitions that lets others in between any two of its acts, as a real one does. */
export function definitionsInMemory(): DefinitionStore & { readonly versions: Map<string, Published> } {
  const versions = new Map<string, Published>();
  const current = new Map<string, Published>();
  const othersMayAct = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    versions,
    current: async (kind) => {
      await othersMayAct();
      return [...current.values()].filter((published) => published.kind === kind);
    },
    version: async (kind, name, version) => versions.get(`${kind} ${name} ${version}`),
    publish: async (published) => {
      await othersMayAct();
      const key = `${published.kind} ${published.name}`;
      if (versions.has(`${key} ${published.version}`)) return "conflict";
      versions.set(`${key} ${published.version}`, published);
      await othersMayAct();
      if ((current.get(key)?.version ?? 0) >= published.version) return "conflict";
      current.set(key, published);
      return "saved";
    },
  };
}
