import type { Published } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";

/** A store of definitions that lets others in between any two of its acts, as a real one does. */
export function definitionsInMemory(): DefinitionStore & { readonly stored: Map<string, Published> } {
  const stored = new Map<string, Published>();
  const current = new Map<string, Published>();
  const othersMayAct = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    stored,
    current: async (kind) => {
      await othersMayAct();
      return [...current.values()].filter((published) => published.kind === kind);
    },
    version: async (kind, name, version) => stored.get(`${kind} ${name} ${version}`),
    versions: async (kind, name, { limit }) => ({
      items: [...stored.values()]
        .filter((published) => published.kind === kind && published.name === name)
        .sort((one, other) => other.version - one.version)
        .slice(0, limit),
      next: undefined,
    }),
    retire: async (kind, name, version) => {
      await othersMayAct();
      const key = `${kind} ${name}`;
      if (current.get(key)?.version !== version) return "conflict";
      current.delete(key);
      return "saved";
    },
    publish: async (published) => {
      await othersMayAct();
      const key = `${published.kind} ${published.name}`;
      if (stored.has(`${key} ${published.version}`)) return "conflict";
      stored.set(`${key} ${published.version}`, published);
      await othersMayAct();
      if ((current.get(key)?.version ?? 0) >= published.version) return "conflict";
      current.set(key, published);
      return "saved";
    },
  };
}
