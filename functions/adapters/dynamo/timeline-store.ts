import * as z from "zod";
import type { PersonId } from "#core/id/id.ts";
import { isBlocking } from "#core/message/block.ts";
import { messageSchema } from "#core/message/message.ts";
import type { TimelineItem, TimelineStore } from "#core/ports/timeline-store.ts";
import { type Entry, entrySchema } from "#core/timeline/entry.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

/** Of each of several people a page reads so many at least. */
const fewest = 5;

const blockSchema = messageSchema.pick({ state: true, because: true });

const cursorSchema = z.object({ sk: z.string() });

export function timelineStore(table: TableAccess): TimelineStore {
  return {
    append: async (entry) => ((await table.put(itemOf(entry), absent)) === "saved" ? "appended" : "already"),
    record: (entries) => table.putAll(entries.map(itemOf)),
    has: async (personId, id) => (await table.get(keys.timeline(personId, id), { consistent: true })) !== undefined,
    page: async (personIds, request) => {
      const ids = typeof personIds === "string" ? [personIds] : personIds;
      const each = { ...request, limit: ids.length === 1 ? request.limit : Math.max(fewest, Math.ceil(request.limit / ids.length)) };
      const pages = await Promise.all(ids.map((id) => pageOfOne(table, id, each)));
      // Below the last of a list that goes on something newer may follow: only what is newer than all of those is known to be next.
      const known = pages.reduce((until, { last }) => (last !== undefined && last > until ? last : until), "");
      const items = inOneList(pages.flatMap((page) => page.items)).filter((item) => String(item["sk"]) >= known);
      const shown = items.slice(0, request.limit);
      const isLast = shown.length === items.length && known === "";
      const last = shown.at(-1)?.["sk"];
      return {
        items: shown.filter((item) => !isBlock(item)).map(timelineItemOf),
        next: isLast || last === undefined ? undefined : writeCursor({ sk: String(last) }),
      };
    },
  };
}

async function pageOfOne(
  table: TableAccess,
  id: PersonId,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ readonly items: readonly Item[]; readonly last: string | undefined }> {
  const { items, last } = await table.query({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    values: { ":pk": id, ":from": keys.timelineRange.from, ":to": keys.timelineRange.to },
    ScanIndexForward: false,
    Limit: limit,
    ...(cursor === undefined ? {} : { after: { pk: id, sk: readCursor(cursorSchema, cursor).sk } }),
  });
  return { items, last: last === undefined ? undefined : String(last["sk"]) };
}

/** Newest first. A run that has moved from one to the other may have left the record of the same mail with both: the one that says more stays. */
function inOneList(items: readonly Item[]): readonly Item[] {
  const bySort = new Map<string, Item>();
  for (const item of items) {
    const standing = bySort.get(String(item["sk"]));
    if (standing === undefined || isBlock(standing)) bySort.set(String(item["sk"]), item);
  }
  return [...bySort].toSorted(([one], [other]) => (one < other ? 1 : -1)).map(([, item]) => item);
}

/** A record that was made so that nobody sends a mail of a run that goes on elsewhere, or that was taken back. */
function isBlock(item: Item): boolean {
  const record = blockSchema.safeParse(item).data;
  return item["item"] === "message" && record !== undefined && isBlocking(record);
}

function itemOf(entry: Entry) {
  return { ...entry, ...keys.timeline(entry.personId, entry.id), item: "entry" };
}

function timelineItemOf(item: Item): TimelineItem {
  return item["item"] === "message"
    ? { kind: "message", message: readItem(messageSchema, item) }
    : { kind: "entry", entry: readItem(entrySchema, item) };
}
