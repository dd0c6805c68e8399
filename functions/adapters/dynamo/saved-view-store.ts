import type { SavedViewStore } from "#core/ports/saved-view-store.ts";
import { savedViewSchema } from "#core/search/saved-view.ts";
import { readPartition } from "./read-partition.ts";
import { keys } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

export function savedViewStore(table: TableAccess): SavedViewStore {
  return {
    list: async (owner) => (await readPartition(table, keys.view(owner, "").pk)).map((item) => readItem(savedViewSchema, item)),
    put: async (view) => {
      await table.put({ ...view, ...keys.view(view.owner, view.id) });
    },
    remove: (owner, id) => table.remove(keys.view(owner, id)),
  };
}
