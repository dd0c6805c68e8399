import * as z from "zod";
import type { IdempotencyStore, KeptAnswer } from "#core/ports/idempotency-store.ts";
import { second } from "#core/time/instant.ts";
import { keys } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

const keptSchema = z.object({
  fingerprint: z.string(),
  answer: z.object({ status: z.number(), body: z.string(), contentType: z.string() }).optional(),
});

export function idempotencyStore(table: TableAccess): IdempotencyStore {
  return {
    take: async (caller, key, fingerprint, until, now) => {
      const item = { ...keys.idempotency(caller, key), fingerprint, until, ttl: Math.ceil(until / second) };
      // DynamoDB deletes what has expired within days, not at once: the condition does not wait for it.
      const saved = await table.put(item, {
        expression: "attribute_not_exists(pk) OR #until < :now",
        names: { "#until": "until" },
        values: { ":now": now },
      });
      if (saved === "saved") return "taken";
      const found = await table.get(keys.idempotency(caller, key), { consistent: true });
      return found === undefined ? { fingerprint } : keptOf(readItem(keptSchema, found));
    },
    keep: async (caller, key, kept, until) => {
      await table.put({ ...keys.idempotency(caller, key), ...kept, until, ttl: Math.ceil(until / second) });
    },
    release: (caller, key) => table.remove(keys.idempotency(caller, key)),
  };
}

function keptOf({ fingerprint, answer }: z.infer<typeof keptSchema>): KeptAnswer {
  return answer === undefined ? { fingerprint } : { fingerprint, answer };
}
