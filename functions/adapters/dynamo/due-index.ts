import * as z from "zod";
import { type DueItem, dueShards } from "#core/due/due-item.ts";
import type { DueIndex, Page } from "#core/ports/stores.ts";
import type { Instant } from "#core/time/instant.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { dueItemOf, keys, parkedPartition, shardName } from "./table.ts";
import type { Item, TableAccess } from "./table-access.ts";

const rowSchema = z.object({ pk: z.string(), sk: z.string(), du: z.number() });
const positionSchema = z.object({ du: z.int(), pk: z.string(), sk: z.string() });

export function dueIndex(table: TableAccess): DueIndex {
  return {
    due: async (shard, now, limit) => {
      const { items } = await table.query({
        IndexName: "due",
        KeyConditionExpression: "ds = :shard AND du <= :now",
        values: { ":shard": shardName(shard), ":now": now },
        Limit: limit,
      });
      return items.map(rowOf);
    },
    upcoming: (page) => upcoming(table, page),
    parked: async ({ limit, cursor }) => {
      const after = cursor === undefined ? undefined : { ds: parkedPartition, ...readCursor(positionSchema, cursor) };
      const { items, last } = await table.query({
        IndexName: "due",
        KeyConditionExpression: "ds = :parked",
        values: { ":parked": parkedPartition },
        ScanIndexForward: false,
        Limit: limit,
        after,
      });
      return { items: items.map(rowOf), next: last === undefined ? undefined : writeCursor(positionSchema.parse(last)) };
    },
    lease: async (shard, worker, now, until) => {
      const taken = await table.put(
        { ...keys.lease(shard), worker, until },
        {
          expression: "attribute_not_exists(pk) OR worker = :worker OR #until < :now",
          names: { "#until": "until" },
          values: { ":worker": worker, ":now": now },
        },
      );
      return taken === "saved";
    },
    release: async (shard, worker) => {
      await table.put({ ...keys.lease(shard), worker, until: 0 }, { expression: "worker = :worker", values: { ":worker": worker } });
    },
  };
}

function rowOf(item: Item): DueItem {
  return dueItemOf(rowSchema.parse(item));
}

/** The shards merged by instant: one page from each, then as many of the soonest as were asked for. */
async function upcoming(table: TableAccess, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>> {
  const after = page.cursor === undefined ? undefined : readCursor(positionSchema, page.cursor);
  const shards = await Promise.all(Array.from({ length: dueShards }, (_, shard) => soonest(table, shard, page.limit + 1, after?.du ?? 0)));
  const rows = shards
    .flat()
    .sort(byPosition)
    .filter((row) => after === undefined || byPosition(row, { dueAt: after.du, pk: after.pk, sk: after.sk }) > 0);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    next: last === undefined || rows.length <= page.limit ? undefined : writeCursor({ du: last.dueAt, pk: last.pk, sk: last.sk }),
  };
}

async function soonest(table: TableAccess, shard: number, limit: number, from: Instant): Promise<readonly DueItem[]> {
  const { items } = await table.query({
    IndexName: "due",
    KeyConditionExpression: "ds = :shard AND du >= :from",
    values: { ":shard": shardName(shard), ":from": from },
    Limit: limit,
  });
  return items.map(rowOf);
}

function byPosition(one: Pick<DueItem, "dueAt" | "pk" | "sk">, other: Pick<DueItem, "dueAt" | "pk" | "sk">): number {
  if (one.dueAt !== other.dueAt) return one.dueAt - other.dueAt;
  if (one.pk !== other.pk) return one.pk < other.pk ? -1 : 1;
  return one.sk < other.sk ? -1 : one.sk > other.sk ? 1 : 0;
}
