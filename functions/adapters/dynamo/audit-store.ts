import * as z from "zod";
import { type AuditEntry, auditEntrySchema } from "#core/audit/audit-entry.ts";
import type { AuditFilter, AuditStore } from "#core/ports/audit-store.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys } from "./table.ts";
import { type Item, readItem, type TableAccess } from "./table-access.ts";

const cursorSchema = z.object({ id: z.string() });

export function auditStore(table: TableAccess): AuditStore {
  return {
    append: async (entry) => {
      await table.put({ ...entry, ...keys.audit(entry.id), ...auditAttributes(entry) });
    },
    page: async ({ limit, cursor, only }) => {
      const after = cursor === undefined ? undefined : keys.audit(readCursor(cursorSchema, cursor).id);
      const { items, last } = await table.query({
        ...(only === undefined ? whole : partOf(only)),
        ScanIndexForward: false,
        Limit: limit,
        after: after === undefined ? undefined : { ...after, ...(only === undefined ? {} : indexKey(only, after.sk)) },
      });
      const entries = only === undefined ? items : await inFull(table, items);
      return {
        items: entries.map((item) => readItem(auditEntrySchema, item)),
        next: last === undefined ? undefined : writeCursor({ id: String(last["sk"]) }),
      };
    },
  };
}

const whole = { KeyConditionExpression: "pk = :pk", values: { ":pk": keys.audit("").pk } };

/** Two indexes whose other rows are people: the names of the partitions keep the lists apart. */
function auditAttributes({ id, by, subject }: AuditEntry) {
  return { ...indexKey({ kind: subject.kind }, id), ...indexKey({ by: by.id }, id) };
}

function indexKey(only: AuditFilter, id: string) {
  return "kind" in only ? { lk: partition(only), ls: id } : { nk: partition(only), ns: id };
}

function partition(only: AuditFilter): string {
  return "kind" in only ? `AUDIT_OF#${only.kind}` : `AUDIT_BY#${only.by}`;
}

function partOf(only: AuditFilter) {
  const index = "kind" in only ? { name: "list", key: "lk" } : { name: "name", key: "nk" };
  return { IndexName: index.name, KeyConditionExpression: `${index.key} = :list`, values: { ":list": partition(only) } };
}

/** The entries that an index's rows name, in the rows' order. */
async function inFull(table: TableAccess, rows: readonly Item[]): Promise<readonly Item[]> {
  const found = new Map((await table.getAll(rows.map(({ sk }) => keys.audit(String(sk))))).map((item) => [item["sk"], item]));
  return rows.flatMap(({ sk }) => {
    const item = found.get(sk);
    return item === undefined ? [] : [item];
  });
}
