import type { SourceStore } from "#core/ports/stores.ts";
import { sourceSchema } from "#core/source/source.ts";
import { keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

export function sourceStore(table: TableAccess): SourceStore {
  return {
    find: async (id) => {
      const item = await table.get(keys.source(id), { consistent: true });
      return item === undefined ? undefined : readItem(sourceSchema, item);
    },
    create: (source) => table.put({ ...source, ...keys.source(source.id) }, absent),
    list: async () => {
      const { items } = await table.query({ KeyConditionExpression: "pk = :pk", values: { ":pk": keys.source("").pk } });
      return items.map((item) => readItem(sourceSchema, item));
    },
  };
}
