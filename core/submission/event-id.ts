import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Instant, minute } from "#core/time/instant.ts";

const longestEventId = 200;

/** Two equal posts of a form within one such span of the clock are one arrival: the second click of a double click. */
const doubleClickSpan = 10 * minute;

/** The sender's own id of an event, as it is kept: a very long one by its hash. Undefined where the sender gave none. */
export function givenEventId(text: string | undefined): string | undefined {
  const id = text?.toWellFormed().trim() ?? "";
  if (id === "") return undefined;
  return id.length > longestEventId ? hashOf(utf8ToBytes(id)) : id;
}

/** The id of an event whose sender gives none: its very bytes. The same body sent again is the same event, whenever it comes. */
export function eventIdOfBody(body: Uint8Array): string {
  return hashOf(body);
}

/**
 * The id of a form's post that brings none: its fields, and the ten minutes it came in. A double click and a reload are one
 * arrival; the same person asking the same again another day is a new one. (Astride two spans, a double click counts twice:
 * an entry too many in a timeline, and no second mail.)
 */
export function eventIdOfFields(fields: readonly (readonly [string, string])[], receivedAt: Instant): string {
  const span = Math.floor(receivedAt / doubleClickSpan);
  return hashOf(utf8ToBytes(JSON.stringify([span, fields])));
}

/** The same of a post whose fields have not been read: its very bytes, and the ten minutes it came in. */
export function eventIdOfPost(body: Uint8Array, receivedAt: Instant): string {
  return `${hashOf(body)}@${Math.floor(receivedAt / doubleClickSpan)}`;
}

function hashOf(bytes: Uint8Array): string {
  return `sha256-${bytesToHex(sha256(bytes))}`;
}
