import type * as z from "zod";
import { PermanentFault } from "#functions/runtime/faults.ts";

/** Where the next page begins, as text that is safe in a URL. Opaque: what is in it may change with any version. */
export function writeCursor(position: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

/** Reads a cursor back; one that is not ours is refused by its shape. */
export function readCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw foreignCursor(cause);
  }
}

/** A cursor that this list never gave. */
export function foreignCursor(cause: unknown): PermanentFault {
  return new PermanentFault("cursor-invalid", "This cursor is not one that this list gave.", { cause });
}
