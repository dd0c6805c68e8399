import type { SourceStore } from "#core/ports/source-store.ts";
import { type Source, sourceSchema } from "#core/source/source.ts";
import { readPartition } from "./read-partition.ts";
import { keys } from "./table.ts";
import { absent, readItem, type TableAccess, type WriteCondition } from "./table-access.ts";

export function sourceStore(table: TableAccess): SourceStore {
  return {
    find: async (id) => {
      const item = await table.get(keys.source(id), { consistent: true });
      return item === undefined ? undefined : readItem(sourceSchema, item);
    },
    create: (source) => table.put({ ...source, ...keys.source(source.id) }, absent),
    save: (source) => table.put({ ...source, ...keys.source(source.id) }, isBefore(source)),
    list: async () => (await readPartition(table, keys.source("").pk)).map((item) => readItem(sourceSchema, item)),
  };
}

/** A source of before there were revisions has none: that is the first. */
function isBefore({ rev = 1 }: Source): WriteCondition {
  const before = rev - 1;
  return before === 1
    ? { expression: "attribute_exists(pk) AND (attribute_not_exists(rev) OR rev = :before)", values: { ":before": before } }
    : { expression: "rev = :before", values: { ":before": before } };
}
