import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import { fileRowSchema, importSchema, refusedRowSchema } from "#core/import/import.ts";
import type { ImportStore } from "#core/ports/import-store.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { dueAttributes, type Key, keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

const pageCursor = z.object({ id: z.string() });
const chunkCursor = z.object({ chunk: z.number().int().nonnegative() });
const packedSchema = z.object({ packed: z.instanceof(Uint8Array) });

export function importStore(table: TableAccess): ImportStore {
  return {
    create: (job) => table.put({ ...job, ...keys.import(job.id), ...dueAttributes("imports", { dueAt: job.dueAt }) }, absent),
    find: async (id) => {
      const item = await table.get(keys.import(id), { consistent: true });
      return item === undefined ? undefined : readItem(importSchema, item);
    },
    save: (job) =>
      table.put(
        { ...job, ...keys.import(job.id), ...dueAttributes("imports", { dueAt: job.dueAt }) },
        { expression: "rev = :before", values: { ":before": job.rev - 1 } },
      ),
    page: async ({ limit, cursor }) => {
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk",
        values: { ":pk": keys.import("").pk },
        ScanIndexForward: false,
        Limit: limit,
        after: cursor === undefined ? undefined : { ...keys.import(readCursor(pageCursor, cursor).id) },
      });
      return {
        items: items.map((item) => readItem(importSchema, item)),
        next: last === undefined ? undefined : writeCursor({ id: String(last["sk"]) }),
      };
    },
    putRows: (id, chunk, rows) => put(table, keys.importRows(id, chunk), rows),
    rows: async (id, chunk) => {
      const item = await table.get(keys.importRows(id, chunk));
      return item === undefined ? [] : unpack(fileRowSchema, item);
    },
    putRefused: (id, chunk, rows) => put(table, keys.importRefused(id, chunk), rows),
    refused: async (id, cursor) => {
      const { pk, sk } = keys.importRefused(id, cursor === undefined ? 0 : readCursor(chunkCursor, cursor).chunk);
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        values: { ":pk": pk, ":from": sk, ":to": "refused#~" },
        Limit: 4,
      });
      const after = Number(String(last?.["sk"]).slice("refused#".length)) + 1;
      return {
        items: items.flatMap((item) => unpack(refusedRowSchema, item)),
        next: last === undefined ? undefined : writeCursor({ chunk: after }),
      };
    },
  };
}

async function put(table: TableAccess, key: Key, rows: readonly unknown[]): Promise<void> {
  await table.put({ ...key, packed: gzipSync(JSON.stringify(rows)) });
}

function unpack<Schema extends z.ZodType>(schema: Schema, item: Item): z.output<Schema>[] {
  return z.array(schema).parse(JSON.parse(gunzipSync(packedSchema.parse(item).packed).toString("utf8")));
}
