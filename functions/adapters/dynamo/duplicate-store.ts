import * as z from "zod";
import { type Pair, pairSchema } from "#core/duplicate/pair.ts";
import type { PersonId } from "#core/id/id.ts";
import type { DuplicateStore } from "#core/ports/duplicate-store.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { isPersonKey, keys, pairPrefix } from "./table.ts";
import { absent, type Item, readItem, type TableAccess, whatever } from "./table-access.ts";

/** A key that more people share says nothing of any two of them. */
const mostSharing = 20;
const listPartition = "DUPLICATES";

const sharingSchema = z.object({ ids: z.custom<ReadonlySet<string>>((value) => value instanceof Set).optional() });
const positionSchema = z.object({ pk: z.string(), sk: z.string(), ls: z.string() });

export function duplicateStore(table: TableAccess): DuplicateStore {
  const write = async (pair: Pair, isNew: boolean): Promise<void> => {
    for (const item of itemsOf(pair)) await table.put(item, isNew ? absent : whatever);
  };
  /** Everybody who has a key, after one more does; nobody where very many do. */
  const join = async (key: string, id: PersonId): Promise<readonly PersonId[]> => {
    const shared = await table.update(
      keys.duplicateKey(key),
      { add: { ids: new Set([id]) } },
      {
        expression: "attribute_not_exists(#ids) OR size(#ids) < :most OR contains(#ids, :id)",
        names: { "#ids": "ids" },
        values: { ":most": mostSharing, ":id": id },
      },
    );
    return shared.kind === "conflict" ? [] : idsOf(shared.item);
  };
  return {
    share: async (key, id) => (await join(key, id)).filter((other) => other !== id),
    shareAll: async (shares) => {
      const wanted = new Map<string, Set<PersonId>>();
      for (const { key, id } of shares) wanted.set(key, (wanted.get(key) ?? new Set()).add(id));
      const items = await table.getAll([...wanted.keys()].map(keys.duplicateKey), { consistent: true });
      const found = new Map(items.map((item) => [String(item["pk"]), idsOf(item)]));
      const knownOf = (key: string): readonly PersonId[] => found.get(keys.duplicateKey(key).pk) ?? [];
      const free = [...wanted].filter(([key]) => knownOf(key).length === 0);
      await table.putAll(free.map(([key, ids]) => ({ ...keys.duplicateKey(key), ids: new Set([...ids].slice(0, mostSharing)) })));
      const told = new Map<string, readonly PersonId[]>(free.map(([key, ids]) => [key, [...ids]]));
      for (const [key, ids] of wanted) {
        if (told.has(key)) continue;
        let everybody = knownOf(key);
        for (const id of ids) if (!everybody.includes(id)) everybody = await join(key, id);
        told.set(key, everybody);
      }
      return told;
    },
    leave: async (key, id) => {
      await table.update(keys.duplicateKey(key), { take: { ids: new Set([id]) } }, { expression: "attribute_exists(pk)" });
    },
    suggest: (pair) => write(pair, true),
    put: (pair) => write(pair, false),
    of: async (id) => {
      const { items } = await table.query({
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        values: { ":pk": id, ":prefix": pairPrefix },
      });
      return items.map((item) => readItem(pairSchema, item));
    },
    forget: async (one, other) => {
      await table.remove(keys.pair(one, other));
      await table.remove(keys.pair(other, one));
    },
    page: async ({ limit, cursor }) => {
      const { items, last } = await table.query({
        IndexName: "list",
        KeyConditionExpression: "lk = :list",
        values: { ":list": listPartition },
        Limit: limit,
        after: cursor === undefined ? undefined : { lk: listPartition, ...readCursor(positionSchema, cursor) },
      });
      return {
        items: items.flatMap(({ pk, sk }) => pairOf(String(pk), String(sk))),
        next: last === undefined ? undefined : writeCursor(positionSchema.parse(last)),
      };
    },
  };
}

function pairOf(pk: string, sk: string): readonly { readonly one: PersonId; readonly other: PersonId }[] {
  const other = sk.slice(pairPrefix.length);
  return isPersonKey(pk) && isPersonKey(other) ? [{ one: pk, other }] : [];
}

/** A pair stands beside each of the two, so that it goes with either; beside the first it stands in the list too, the surest at its top. */
function itemsOf(pair: Pair) {
  const [first, second] = pair.one < pair.other ? [pair.one, pair.other] : [pair.other, pair.one];
  const place = String(Math.round((1 - pair.confidence) * 1_000)).padStart(4, "0");
  const listed = pair.state === "suggested" ? { lk: listPartition, ls: `${place}#${first}#${second}` } : {};
  return [
    { ...pair, one: first, other: second, ...keys.pair(first, second), ...listed },
    { ...pair, one: second, other: first, ...keys.pair(second, first) },
  ];
}

function idsOf(item: Item): readonly PersonId[] {
  return [...(readItem(sharingSchema, item).ids ?? [])].filter(isPersonKey);
}
