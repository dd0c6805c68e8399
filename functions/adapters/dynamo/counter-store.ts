import type { CounterStore } from "#core/ports/stores.ts";
import { keys } from "./table.ts";
import type { TableAccess } from "./table-access.ts";

export function counterStore(table: TableAccess): CounterStore {
  return {
    add: async (name, at, by) => {
      await table.update(
        keys.counter(name, at),
        { add: { total: by } },
        { expression: "attribute_exists(pk) OR attribute_not_exists(pk)" },
      );
    },
    read: async (name, at) => Number((await table.get(keys.counter(name, at)))?.["total"] ?? 0),
  };
}
