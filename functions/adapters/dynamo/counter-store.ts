import type { CounterStore } from "#core/ports/stores.ts";
import { keys } from "./table.ts";
import { type TableAccess, whatever } from "./table-access.ts";

export function counterStore(table: TableAccess): CounterStore {
  return {
    add: async (name, at, by) => {
      await table.update(keys.counter(name, at), { add: { total: by } }, whatever);
    },
    read: async (name, at) => Number((await table.get(keys.counter(name, at)))?.["total"] ?? 0),
  };
}
