import * as z from "zod";
import { type Merge, mergeSchema } from "#core/merge/merge.ts";
import type { LoggedFact } from "#core/merge/undo-merge.ts";
import type { MergeStore } from "#core/ports/merge-store.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

/** A fact as text: it is replayed as it was told, whatever its kind. */
const loggedSchema = z.object({
  at: z.number(),
  fact: z.string().transform((text): Fact => JSON.parse(text)),
});

export function mergeStore(table: TableAccess): MergeStore {
  return {
    create: (merge) => table.put(mergeItem(merge), absent),
    find: async (kept, id) => {
      const item = await table.get(keys.merge(kept, id), { consistent: true });
      return item === undefined ? undefined : readItem(mergeSchema, item);
    },
    save: (merge) => table.put(mergeItem(merge), { expression: "rev = :before", values: { ":before": merge.rev - 1 } }),
    remove: (kept, id) => table.remove(keys.merge(kept, id)),
    log: async (of, { at, fact }) => {
      await table.putAll([{ ...keys.mergeLog(of, at, fact.id), at, fact: JSON.stringify(fact) }]);
    },
    logged: async (of, since) => {
      const facts = new Map<string, LoggedFact>();
      for await (const item of logOf(table, of, since)) {
        const logged = readItem(loggedSchema, item);
        if (!facts.has(logged.fact.id)) facts.set(logged.fact.id, logged);
      }
      return [...facts.values()];
    },
    forgetLogged: async (of) => {
      for await (const item of logOf(table, of, 0)) await table.remove({ pk: of, sk: String(item["sk"]) });
    },
  };
}

async function* logOf(table: TableAccess, of: string, since: number): AsyncGenerator<Item> {
  const { from, to } = keys.mergeLogRange(since);
  let after: Item | undefined;
  do {
    const { items, last } = await table.query({
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      values: { ":pk": of, ":from": from, ":to": to },
      ConsistentRead: true,
      after,
    });
    yield* items;
    after = last;
  } while (after !== undefined);
}

function mergeItem(merge: Merge) {
  const key = keys.merge(merge.kept, merge.id);
  return { ...merge, ...key, ...dueAttributes(key.pk, { dueAt: merge.dueAt }) };
}
