import type { RateStore } from "#core/ports/rate-store.ts";
import { second } from "#core/time/instant.ts";
import { keys } from "./table.ts";
import { type TableAccess, whatever } from "./table-access.ts";

export function rateStore(table: TableAccess): RateStore {
  return {
    count: async (caller, window, until) => {
      const counted = await table.update(
        keys.rate(caller, window),
        { add: { total: 1 }, set: { ttl: Math.ceil(until / second) } },
        whatever,
      );
      return counted.kind === "updated" ? Number(counted.item["total"] ?? 0) : 0;
    },
  };
}
