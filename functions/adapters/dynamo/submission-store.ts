import * as z from "zod";
import { hashOfTyped } from "#core/address/hash-address.ts";
import type { Page } from "#core/ports/page.ts";
import type { Apart, SubmissionList, SubmissionStore } from "#core/ports/submission-store.ts";
import { type KeptDelivery, keptDeliverySchema } from "#core/submission/kept-delivery.ts";
import { type Submission, submissionSchema } from "#core/submission/submission.ts";
import { second } from "#core/time/instant.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { apartPrefix, dueAttributes, type Key, keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

/** Repeats of one event that are kept. A sender that tries for days says no more with its twenty-first try. */
const mostRepeats = 20;
/** Submissions on one page: each is half a read unit up to 4 KB, and a page may cost twenty. */
const mostOnPage = 35;
const mostCounted = 100;

export function submissionStore(table: TableAccess): SubmissionStore {
  const find = async (key: Key): Promise<Submission | undefined> => {
    const item = await table.get(key, { consistent: true });
    return item === undefined ? undefined : readItem(submissionSchema, item);
  };
  const delivery = async (id: string): Promise<KeptDelivery | undefined> => {
    const item = await table.get(keys.delivery(id), { consistent: true });
    return item === undefined ? undefined : readItem(keptDeliverySchema, item);
  };
  /** Written before what it leads to: whoever is erased leaves nothing that nobody finds. */
  const note = async ({ id, source, status, extracted, expiresAt }: Submission): Promise<void> => {
    const hash = isKeptApart(status) && extracted.email !== undefined ? hashOfTyped(extracted.email) : undefined;
    if (hash === undefined) return;
    await table.put({ ...keys.apart(hash, id), id, source, eventId: extracted.eventId, ...ttlOf({ expiresAt }) });
  };
  return {
    accept: async (submission) => {
      await note(submission);
      const item = itemOf(submission);
      if ((await table.put(item, absent)) === "saved") return { kind: "accepted" };
      const first = await find({ pk: item.pk, sk: item.sk });
      return first === undefined ? { kind: "accepted" } : { kind: "duplicate", first };
    },
    repeat: async (submission) => {
      const key = keys.repeat(submission.source, submission.extracted.eventId, submission.id);
      if ((await repeatsOf(table, key.pk, mostRepeats)).length >= mostRepeats) return "enough";
      await table.put({ ...submission, ...key, ...listAttributes(submission) }, absent);
      return "noted";
    },
    find: (source, eventId) => find(keys.submission(source, eventId)),
    findById: async (id) => {
      const kept = await delivery(id);
      if (kept === undefined) return undefined;
      const { source, eventId, repeat } = kept;
      return find(repeat === true ? keys.repeat(source, eventId, id) : keys.submission(source, eventId));
    },
    findByKey: ({ pk, sk }) => find({ pk, sk }),
    several: async (named) => {
      const rows = named.map(({ pk, sk }) => ({ pk, sk }));
      const found = await foundByName(table, rows);
      return rows.map((row) => found.get(nameOf(row)));
    },
    erase: async (source, eventId) => {
      const key = keys.submission(source, eventId);
      const first = await find(key);
      for (const { sk } of await repeatsOf(table, key.pk, 10 * mostRepeats)) {
        await table.remove(keys.delivery(sk.slice(keys.repeats.from.length)));
        await table.remove({ pk: key.pk, sk });
      }
      if (first !== undefined) await table.remove(keys.delivery(first.id));
      await table.remove(key);
    },
    leave: async (source, eventId, id) => {
      await table.removeIf(keys.submission(source, eventId), { expression: "id = :id", values: { ":id": id } });
    },
    save: async (submission) => {
      await note(submission);
      return table.put(itemOf(submission), { expression: "rev = :before", values: { ":before": submission.rev - 1 } });
    },
    apartOf: async (addressHash) => {
      const { pk } = keys.apart(addressHash, "");
      const found: Apart[] = [];
      let after: Item | undefined;
      do {
        const { items, last } = await table.query({
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :apart)",
          values: { ":pk": pk, ":apart": apartPrefix },
          after,
        });
        found.push(...items.map((item) => readItem(apartSchema, item)));
        after = last;
      } while (after !== undefined);
      return found;
    },
    forgetApart: (addressHash, id) => table.remove(keys.apart(addressHash, id)),
    keep: async (kept) => {
      await table.put({ ...kept, ...keys.delivery(kept.id), ...ttlOf(kept) });
    },
    delivery,
    point: async (id, eventId) => {
      await table.update(keys.delivery(id), { set: { eventId } }, { expression: "attribute_exists(pk)" });
    },
    letGo: (id) => table.remove(keys.delivery(id)),
    page: (list, page) => pageOf(table, list, page),
    count: async (source, status) => {
      const { items } = await table.query({
        IndexName: "stage",
        KeyConditionExpression: "gk = :status",
        values: { ":status": statusPartition(source, status) },
        Limit: mostCounted,
      });
      return items.length;
    },
  };
}

function itemOf(submission: Submission) {
  const key = keys.submission(submission.source, submission.extracted.eventId);
  return {
    ...submission,
    ...key,
    ...dueAttributes(key.pk, { dueAt: submission.dueAt, parked: submission.status === "parked" }),
    ...listAttributes(submission),
    ...ttlOf(submission),
  };
}

/** When DynamoDB may take it away, in seconds; only what was kept apart as a machine's has an end. */
function ttlOf({ expiresAt }: { readonly expiresAt?: number | undefined }): { readonly ttl?: number } {
  return expiresAt === undefined ? {} : { ttl: Math.ceil(expiresAt / second) };
}

/** Every submission stands in its source's list; what somebody may have to look at stands in one of its own beside it. */
function listAttributes({ id, source, status }: Submission) {
  return {
    lk: sourcePartition(source),
    ls: id,
    ...(isKeptApart(status) ? { gk: statusPartition(source, status), gs: id } : {}),
  };
}

function isKeptApart(status: Submission["status"]): boolean {
  return status !== "pending" && status !== "processed";
}

function sourcePartition(source: string): string {
  return `IN#${source}`;
}

function statusPartition(source: string, status: string): string {
  return `IN#${source}#${status}`;
}

async function repeatsOf(table: TableAccess, pk: string, limit: number): Promise<readonly Key[]> {
  const { items } = await table.query({
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    values: { ":pk": pk, ":from": keys.repeats.from, ":to": keys.repeats.to },
    Limit: limit,
  });
  return items.map(keyOf);
}

const apartSchema = z.object({ id: submissionSchema.shape.id, source: z.string(), eventId: z.string() });
const positionSchema = z.object({ pk: z.string(), sk: z.string(), id: z.string() });

/** One page: the rows of the index, then the submissions they name, in as few reads as can be. */
async function pageOf(
  table: TableAccess,
  { source, status }: SubmissionList,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Submission>> {
  const apart = status !== undefined && isKeptApart(status);
  const [partition, sort] = apart ? (["gk", "gs"] as const) : (["lk", "ls"] as const);
  const value = apart ? statusPartition(source, status) : sourcePartition(source);
  const at = cursor === undefined ? undefined : readCursor(positionSchema, cursor);
  const { items, last } = await table.query({
    IndexName: apart ? "stage" : "list",
    KeyConditionExpression: `${partition} = :list`,
    values: { ":list": value },
    ScanIndexForward: false,
    Limit: Math.min(limit, mostOnPage),
    after: at === undefined ? undefined : { pk: at.pk, sk: at.sk, [partition]: value, [sort]: at.id },
  });
  const rows = items.map(keyOf);
  const found = await foundByName(table, rows);
  const submissions = rows.flatMap((row) => found.get(nameOf(row)) ?? []);
  return {
    items: submissions.filter((submission) => status === undefined || submission.status === status),
    next: last === undefined ? undefined : writeCursor({ ...keyOf(last), id: String(last[sort]) }),
  };
}

async function foundByName(table: TableAccess, rows: readonly Key[]): Promise<ReadonlyMap<string, Submission>> {
  const items = await table.getAll(rows);
  return new Map(items.map((item) => [nameOf(keyOf(item)), readItem(submissionSchema, item)]));
}

function keyOf(item: Item): Key {
  return { pk: String(item["pk"]), sk: String(item["sk"]) };
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}|${sk}`;
}
