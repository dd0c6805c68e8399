import * as z from "zod";
import { auditEntrySchema } from "#core/audit/audit-entry.ts";
import type { AuditStore } from "#core/ports/stores.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

const cursorSchema = z.object({ id: z.string() });

export function auditStore(table: TableAccess): AuditStore {
  return {
    append: async (entry) => {
      await table.put({ ...entry, ...keys.audit(entry.id) });
    },
    page: async ({ limit, cursor }) => {
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk",
        values: { ":pk": keys.audit("").pk },
        ScanIndexForward: false,
        Limit: limit,
        after: cursor === undefined ? undefined : { ...keys.audit(readCursor(cursorSchema, cursor).id) },
      });
      return {
        items: items.map((item) => readItem(auditEntrySchema, item)),
        next: last === undefined ? undefined : writeCursor({ id: String(last["sk"]) }),
      };
    },
  };
}
