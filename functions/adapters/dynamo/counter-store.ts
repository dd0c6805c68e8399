import { type CountRow, dayOf } from "#core/insight/count.ts";
import type { CounterStore } from "#core/ports/counter-store.ts";
import { keys } from "./table.ts";
import { type Item, type TableAccess, whatever, type WriteCondition } from "./table-access.ts";

/**
 * Counters by row. An `ADD` cannot be told twice apart, so a row remembers the causes that are being counted (`pending`):
 * their second telling fails its condition. Whoever has written the cause's receipt forgets it here, so that a row holds
 * only what is under way at this moment.
 */
export function counterStore(table: TableAccess): CounterStore {
  return {
    add: async (name, at, by) => {
      await table.update(keys.counter(name, dayOf(at)), { add: { total: by } }, whatever);
    },
    read: async (name, at) => Number((await table.get(keys.counter(name, dayOf(at))))?.["total"] ?? 0),
    addRow: async ({ name, row, add }) => {
      await table.update(keys.counter(name, row), { add }, whatever);
    },
    addRowOnce: async ({ name, row, add }, cause) => {
      await table.update(keys.counter(name, row), { add: { ...add, pending: new Set([cause]) } }, notPending(cause));
    },
    forget: async ({ name, row }, cause) => {
      await table.update(keys.counter(name, row), { take: { pending: new Set([cause]) } }, isPending(cause));
    },
    rows: async (name, span) => {
      const found: CountRow[] = [];
      let after: Item | undefined;
      do {
        const { items, last } = await table.query({
          KeyConditionExpression: span === undefined ? "pk = :pk" : "pk = :pk AND sk BETWEEN :from AND :to",
          values: {
            ":pk": keys.counter(name, "").pk,
            ...(span === undefined ? {} : { ":from": span.from, ":to": span.to }),
          },
          after,
        });
        found.push(...items.map(readRow));
        after = last;
      } while (after !== undefined);
      return found;
    },
    row: async (name, row) => {
      const item = await table.get(keys.counter(name, row));
      return item === undefined ? undefined : readRow(item);
    },
  };
}

function notPending(cause: string): WriteCondition {
  return { expression: "attribute_not_exists(pending) OR NOT contains(pending, :cause)", values: { ":cause": cause } };
}

function isPending(cause: string): WriteCondition {
  return { expression: "contains(pending, :cause)", values: { ":cause": cause } };
}

function readRow(item: Item): CountRow {
  const sums = Object.entries(item).flatMap(([counter, value]) => (typeof value === "number" ? [[counter, value] as const] : []));
  return { row: String(item["sk"]), sums: Object.fromEntries(sums) };
}
