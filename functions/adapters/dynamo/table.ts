import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DefinitionKind } from "#core/definition/definition.ts";
import { type DueItem, type DueKind, dueShards } from "#core/due/due-item.ts";
import { type PersonId, ulidOfId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";

/** The name of one item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Every key of the table is made here and nowhere else. docs/data-model.md tells what each is read by and what it costs. */
export const keys = {
  /** `#` sorts before letters: a person and their runs are one short range, the dossier. */
  person: (id: PersonId): Key => ({ pk: id, sk: "#person" }),
  enrollment: (id: PersonId, sequence: string): Key => ({ pk: id, sk: `${enrollmentPrefix}${sequence}` }),
  dossier: { from: "#", to: "#~" },
  /** Entries and messages share one range that sorts by time. */
  timeline: (id: PersonId, entryOrMessageId: string): Key => ({ pk: id, sk: `T#${ulidOfId(entryOrMessageId)}` }),
  timelineRange: { from: "T#", to: "T#~" },
  /** A person's request to confirm, beside the dossier: only what is due, and a click, read it. */
  confirmation: (id: PersonId): Key => ({ pk: id, sk: "confirmation" }),
  /** Lines of the proof of consent, under the id of their timeline entry. */
  consentEvent: (id: PersonId, eventId: string): Key => ({ pk: id, sk: `C#${ulidOfId(eventId)}` }),
  consentRange: { from: "C#", to: "C#~" },
  address: (hash: string): Key => ({ pk: `adr_${hash}`, sk: "person" }),
  suppression: (hash: string): Key => ({ pk: `adr_${hash}`, sk: "suppression" }),
  /** An arrival that was kept apart, by the address in it: it sorts before what says whose the address is. */
  apart: (hash: string, id: string): Key => ({ pk: `adr_${hash}`, sk: `${apartPrefix}${id}` }),
  submission: (source: string, eventId: string): Key => ({ pk: `in_${source}#${hashed(eventId)}`, sk: "submission" }),
  /** The same event, delivered again. */
  repeat: (source: string, eventId: string, id: string): Key => ({ pk: `in_${source}#${hashed(eventId)}`, sk: `${repeatPrefix}${id}` }),
  repeats: { from: "again#", to: "again#~" },
  /** What came over the wire, under the submission's id; it says where the submission stands. */
  delivery: (id: string): Key => ({ pk: id, sk: "delivery" }),
  pulse: (source: string): Key => ({ pk: "pulse", sk: source }),
  currentDefinition: (kind: DefinitionKind, name: string): Key => ({ pk: `def_${kind}`, sk: `current#${name}` }),
  definitionVersion: (kind: DefinitionKind, name: string, version: number): Key => ({
    pk: `def_${kind}#${name}`,
    sk: `v#${String(version).padStart(6, "0")}`,
  }),
  source: (id: string): Key => ({ pk: "sources", sk: id }),
  secret: { pk: "secret", sk: "root" },
  challengeSecret: (form: string): Key => ({ pk: "secret", sk: `challenge#${form}` }),
  counter: (name: string, row: string): Key => ({ pk: `count_${name}`, sk: row }),
  member: (id: string): Key => ({ pk: "team", sk: id }),
  apiKey: (id: string): Key => ({ pk: "keys", sk: id }),
  audit: (id: string): Key => ({ pk: "audit", sk: id }),
  idempotency: (caller: string, key: string): Key => ({ pk: `idem_${hashed(`${caller}#${key}`)}`, sk: "answer" }),
  rate: (caller: string, window: Instant): Key => ({ pk: `rate_${caller}`, sk: String(window) }),
  /** The first two characters of a word name the part of the search index it stands in. */
  word: (word: string, id: PersonId): Key => ({ pk: `word_${word.slice(0, 2)}`, sk: `${word} ${id}` }),
  view: (owner: string, id: string): Key => ({ pk: `views_${owner}`, sk: id }),
  job: (id: string): Key => ({ pk: id, sk: "job" }),
  import: (id: string): Key => ({ pk: "imports", sk: id }),
  /** The rows of a list, and those of them that were refused, by chunk. */
  importRows: (id: string, chunk: number): Key => ({ pk: id, sk: `rows#${String(chunk).padStart(6, "0")}` }),
  importRefused: (id: string, chunk: number): Key => ({ pk: id, sk: `refused#${String(chunk).padStart(6, "0")}` }),
  /** Beside the person who stays, and erased with them. */
  merge: (kept: PersonId, id: string): Key => ({ pk: kept, sk: `${mergePrefix}${id}` }),
  mergeLog: (id: PersonId, at: Instant, fact: string): Key => ({ pk: id, sk: `L#${sortableInstant(at)}#${hashed(fact)}` }),
  mergeLogRange: (since: Instant) => ({ from: `L#${sortableInstant(since)}`, to: "L#~" }),
  /** Everybody who has a key in common, such as a telephone; a pair of them stands beside each of the two. */
  duplicateKey: (key: string): Key => ({ pk: `dup_${hashed(key)}`, sk: "sharing" }),
  pair: (one: PersonId, other: PersonId): Key => ({ pk: one, sk: `${pairPrefix}${other}` }),
  /** What each list of the ranking promises at most. */
  rankHeads: { pk: "ranks", sk: "heads" },
  watermark: { pk: "watermark", sk: "feedback" },
  lease: (shard: number): Key => ({ pk: "lease", sk: shardName(shard) }),
} as const;

const enrollmentPrefix = "#seq#";
const repeatPrefix = "again#";
const mergePrefix = "M#";
export const apartPrefix = "apart#";
export const pairPrefix = "D#";

export const parkedPartition = "PARKED";

export function shardName(shard: number): string {
  return `D#${shard}`;
}

/** The shard something waits in: by its partition, so that it is the same for as long as the item lives (FNV-1a). */
export function shardOf(pk: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < pk.length; index++) hash = Math.imul(hash ^ pk.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % dueShards;
}

/** The shard a list of people waits in, or another job. */
export function shardOfJob(kind: "import" | "job", id: string): number {
  return shardOf(kind === "import" ? keys.import(id).pk : keys.job(id).pk);
}

/** The index attributes of something that waits until an instant, of something parked then, or of nothing. */
export function dueAttributes(
  pk: string,
  waiting: { readonly dueAt?: Instant | undefined; readonly parked?: boolean },
): { readonly ds?: string; readonly du?: number } {
  if (waiting.dueAt === undefined) return {};
  return { ds: waiting.parked === true ? parkedPartition : shardName(shardOf(pk)), du: waiting.dueAt };
}

/** A row of the due index, told by its key alone. */
export function dueItemOf(row: Key & { readonly du: number }): DueItem {
  return { kind: kindOf(row), pk: row.pk, sk: row.sk, dueAt: row.du, shard: shardOf(row.pk) };
}

function kindOf({ pk, sk }: Key): DueKind {
  if (sk === "submission") return "submission";
  if (sk === "job") return "job";
  if (sk.startsWith(mergePrefix)) return "merge";
  if (sk === "confirmation") return "confirmation";
  if (pk === "imports") return "import";
  return sk.startsWith(enrollmentPrefix) ? "enrollment" : "review";
}

/** The run a due row names. */
export function enrollmentOfDue({ pk, sk }: Key): { readonly personId: PersonId; readonly sequence: string } {
  return { personId: personOfDue({ pk }), sequence: sk.slice(enrollmentPrefix.length) };
}

export function personOfDue({ pk }: Pick<Key, "pk">): PersonId {
  if (!isPersonKey(pk)) throw new TypeError(`${pk} is no person's key`);
  return pk;
}

export function isPersonKey(pk: string): pk is PersonId {
  return pk.startsWith("per_");
}

/** The merge a due row names. */
export function mergeOfDue({ pk, sk }: Key): { readonly kept: PersonId; readonly id: string } {
  return { kept: personOfDue({ pk }), id: sk.slice(mergePrefix.length) };
}

/** An instant as text that sorts like it: milliseconds have thirteen digits until the year 2286. */
function sortableInstant(at: Instant): string {
  return String(Math.max(0, Math.floor(at))).padStart(13, "0");
}

/** The address hash that an address's partition is named by. */
export function hashOfKey(pk: string): string {
  return pk.slice("adr_".length);
}

function hashed(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 40);
}
