import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import { type Published, publishedSchema } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys } from "./table.ts";
import { absent, type Item, type TableAccess } from "./table-access.ts";

/** An item may have 400 KB; a definition's text and artefact are packed, and refused beyond this many bytes. */
const largest = 380_000;

const cursorSchema = z.object({ version: z.number().int() });
const packedSchema = z.object({ packed: z.instanceof(Uint8Array) });

export function definitionStore(table: TableAccess): DefinitionStore {
  return {
    current: async (kind) => {
      const found: Published[] = [];
      let after: Item | undefined;
      do {
        const { items, last } = await table.query({
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :current)",
          values: { ":pk": `def_${kind}`, ":current": "current#" },
          after,
        });
        found.push(...items.map(unpack));
        after = last;
      } while (after !== undefined);
      return found;
    },
    version: async (kind, name, version) => {
      const item = await table.get(keys.definitionVersion(kind, name, version));
      return item === undefined ? undefined : unpack(item);
    },
    versions: async (kind, name, { limit, cursor }) => {
      const { pk } = keys.definitionVersion(kind, name, 1);
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk",
        values: { ":pk": pk },
        ScanIndexForward: false,
        Limit: limit,
        after: cursor === undefined ? undefined : { ...keys.definitionVersion(kind, name, readCursor(cursorSchema, cursor).version) },
      });
      const found = items.map(unpack);
      const before = found.at(-1)?.version;
      return { items: found, next: last === undefined || before === undefined ? undefined : writeCursor({ version: before }) };
    },
    publish: async (published) => {
      const { kind, name, version } = published;
      const packed = pack(published);
      const stored = await table.put({ ...keys.definitionVersion(kind, name, version), version, packed }, absent);
      // The pointer follows the version, also for one who died between the two.
      const moved = await table.put(
        { ...keys.currentDefinition(kind, name), version, packed: stored === "saved" ? packed : await storedPack(table, published) },
        { expression: "attribute_not_exists(pk) OR version < :version", values: { ":version": version } },
      );
      return stored === "saved" && moved === "saved" ? "saved" : "conflict";
    },
    retire: (kind, name, version) =>
      table.removeIf(keys.currentDefinition(kind, name), { expression: "version = :version", values: { ":version": version } }),
  };
}

async function storedPack(table: TableAccess, { kind, name, version }: Published): Promise<Uint8Array> {
  const item = await table.get(keys.definitionVersion(kind, name, version), { consistent: true });
  return packedSchema.parse(item).packed;
}

function pack(published: Published): Uint8Array {
  const packed = gzipSync(JSON.stringify(published));
  if (packed.length > largest) {
    throw new PermanentFault(
      "definition-too-large",
      `${published.kind} ${published.name} has ${packed.length} bytes packed, more than ${largest}. Shorten it.`,
    );
  }
  return packed;
}

function unpack(item: Item): Published {
  const parsed = publishedSchema.parse(JSON.parse(gunzipSync(packedSchema.parse(item).packed).toString("utf8")));
  return { ...parsed, artefact: parsed.artefact };
}
