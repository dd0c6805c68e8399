import { apiKeySchema } from "#core/access/api-key.ts";
import type { ApiKeyStore } from "#core/ports/api-key-store.ts";
import { readPartition } from "./read-partition.ts";
import { keys } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

const there = { expression: "attribute_exists(pk)" };

export function apiKeyStore(table: TableAccess): ApiKeyStore {
  return {
    find: async (id) => {
      const item = await table.get(keys.apiKey(id), { consistent: true });
      return item === undefined ? undefined : readItem(apiKeySchema, item);
    },
    list: async () => (await readPartition(table, keys.apiKey("").pk)).map((item) => readItem(apiKeySchema, item)),
    put: async (key) => {
      await table.put({ ...key, ...keys.apiKey(key.id) });
    },
    use: async (id, at) => {
      await table.update(keys.apiKey(id), { set: { usedAt: at } }, there);
    },
    revoke: async (id, at) => {
      await table.update(
        keys.apiKey(id),
        { set: { revokedAt: at } },
        { expression: "attribute_exists(pk) AND attribute_not_exists(revokedAt)" },
      );
    },
  };
}
