import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Instant } from "#core/time/instant.ts";

/** Every kind of id and the prefix that tells it. An id is `<prefix>_<ULID>`: it says what it names and sorts by time. */
export const idPrefixes = {
  person: "per",
  submission: "sub",
  source: "src",
  enrollment: "enr",
  message: "msg",
  timeline: "tl",
  event: "evt",
  reply: "rep",
  key: "key",
  member: "mem",
  audit: "aud",
  view: "vue",
  job: "job",
  import: "imp",
  merge: "mrg",
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`;

export type PersonId = Id<"person">;
export type SubmissionId = Id<"submission">;
export type SourceId = Id<"source">;
export type EnrollmentId = Id<"enrollment">;
export type MessageId = Id<"message">;
export type TimelineId = Id<"timeline">;
export type EventId = Id<"event">;
export type MergeId = Id<"merge">;

/** Crockford's base 32, as the ULID specification uses it (github.com/ulid/spec). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeLength = 10;
const randomLength = 16;
const randomBytes = 10;

/** A fresh id. `random` is ten bytes from whoever owns randomness; the core has none. */
export function newId<K extends IdKind>(kind: K, at: Instant, random: Uint8Array): Id<K> {
  if (random.length < randomBytes) throw new RangeError(`an id needs ${randomBytes} random bytes, got ${random.length}`);
  return `${idPrefixes[kind]}_${encodeTime(at)}${encodeRandom(random)}`;
}

/** The id that the same cause always gives: what is done twice under it is done once. */
export function deterministicId<K extends IdKind>(kind: K, at: Instant, ...cause: readonly string[]): Id<K> {
  return newId(kind, at, digestOf(cause));
}

/** As `deterministicId`, sorted among those of the same millisecond by `order` (0 to 255). */
export function orderedId<K extends IdKind>(kind: K, at: Instant, order: number, ...cause: readonly string[]): Id<K> {
  return newId(kind, at, Uint8Array.of(order, ...digestOf(cause)));
}

/** The instant an id was made for. */
export function instantOfId(id: string): Instant {
  const ulid = ulidOfId(id);
  let at = 0;
  for (const character of ulid.slice(0, timeLength)) at = at * 32 + alphabet.indexOf(character);
  return at;
}

/** The part of an id after its prefix: 26 characters that sort by time. */
export function ulidOfId(id: string): string {
  return id.slice(id.indexOf("_") + 1);
}

/** Whether a text is a well-formed id of this kind. */
export function isId<K extends IdKind>(kind: K, text: string): text is Id<K> {
  const prefix = idPrefixes[kind];
  return text.startsWith(`${prefix}_`) && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text.slice(prefix.length + 1));
}

function digestOf(cause: readonly string[]): Uint8Array {
  return sha256(utf8ToBytes(cause.map((part) => `${part.length}:${part}`).join("")));
}

function encodeTime(at: Instant): string {
  let rest = Math.max(0, Math.floor(at));
  let text = "";
  for (let index = 0; index < timeLength; index++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes.subarray(0, randomBytes)) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((buffer >>> bits) & 31);
      buffer &= (1 << bits) - 1;
    }
  }
  return text.slice(0, randomLength);
}
