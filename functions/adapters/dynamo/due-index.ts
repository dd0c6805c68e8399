import * as z from "zod";
import { type DueItem, dueShards } from "#core/due/due-item.ts";
import type { DueIndex } from "#core/ports/due-index.ts";
import type { Page } from "#core/ports/page.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { dueItemOf, keys, parkedPartition, shardName } from "./table.ts";
import type { Item, TableAccess } from "./table-access.ts";

const rowSchema = z.object({ pk: z.string(), sk: z.string(), du: z.number() });
const positionSchema = z.object({ du: z.int(), pk: z.string(), sk: z.string() });
const placeSchema = positionSchema.extend({ shard: z.int() });

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

/**
 * The shards merged by instant, and among the same instant by shard: within a shard and an instant the order is the index's own,
 * which only an exact start key can go on from. One page is read from each, and as many of the soonest given as were asked for.
 */
async function upcoming(table: TableAccess, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>> {
  const after = page.cursor === undefined ? undefined : readCursor(placeSchema, page.cursor);
  const shards = await Promise.all(Array.from({ length: dueShards }, (_, shard) => soonest(table, shard, page.limit + 1, after)));
  const rows = shards.flat().sort((one, other) => one.dueAt - other.dueAt || one.shard - other.shard);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    next:
      last === undefined || rows.length <= page.limit
        ? undefined
        : writeCursor({ du: last.dueAt, shard: last.shard, pk: last.pk, sk: last.sk }),
  };
}

/** The soonest rows of one shard that stand behind a place in the merged order. */
async function soonest(
  table: TableAccess,
  shard: number,
  limit: number,
  place: z.infer<typeof placeSchema> | undefined,
): Promise<readonly DueItem[]> {
  const ds = shardName(shard);
  const isBefore = place !== undefined && shard < place.shard;
  const { items } = await table.query({
    IndexName: "due",
    KeyConditionExpression: `ds = :shard AND du ${isBefore ? ">" : ">="} :from`,
    values: { ":shard": ds, ":from": place?.du ?? 0 },
    Limit: limit,
    after: place?.shard === shard ? { ds, du: place.du, pk: place.pk, sk: place.sk } : undefined,
  });
  return items.map(rowOf);
}
