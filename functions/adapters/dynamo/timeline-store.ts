import * as z from "zod";
import { messageSchema } from "#core/message/message.ts";
import type { TimelineItem, TimelineStore } from "#core/ports/stores.ts";
import { type Entry, entrySchema } from "#core/timeline/entry.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

const cursorSchema = z.object({ sk: z.string() });

export function timelineStore(table: TableAccess): TimelineStore {
  return {
    append: async (entry) => ((await table.put(itemOf(entry), absent)) === "saved" ? "appended" : "already"),
    record: (entries) => table.putAll(entries.map(itemOf)),
    has: async (personId, id) => (await table.get(keys.timeline(personId, id), { consistent: true })) !== undefined,
    page: async (personId, { limit, cursor }) => {
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        values: { ":pk": personId, ":from": keys.timelineRange.from, ":to": keys.timelineRange.to },
        ScanIndexForward: false,
        Limit: limit,
        ...(cursor === undefined ? {} : { after: { pk: personId, sk: readCursor(cursorSchema, cursor).sk } }),
      });
      return { items: items.map(timelineItemOf), next: last === undefined ? undefined : writeCursor({ sk: last["sk"] }) };
    },
  };
}

function itemOf(entry: Entry) {
  return { ...entry, ...keys.timeline(entry.personId, entry.id), item: "entry" };
}

function timelineItemOf(item: Item): TimelineItem {
  return item["item"] === "message"
    ? { kind: "message", message: readItem(messageSchema, item) }
    : { kind: "entry", entry: readItem(entrySchema, item) };
}
