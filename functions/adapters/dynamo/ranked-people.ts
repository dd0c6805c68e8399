import * as z from "zod";
import { type Person, personSchema } from "#core/person/person.ts";
import type { Page } from "#core/ports/stores.ts";
import { fitSteps, highestKey, lowestSteady, mostAt, totalAt } from "#core/score/rank.ts";
import type { Instant } from "#core/time/instant.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys, personOfDue } from "./table.ts";
import { type Item, readItem, type TableAccess } from "./table-access.ts";

/** The list of people whose fit and penalties come to so many tens of points. */
export function rankList(step: number): string {
  return `RANK#${String(step).padStart(2, "0")}`;
}

/** A page goes on below a total, and where several have it, after an id; as of the instant the first page was read. */
const cursorSchema = z.object({ total: z.number(), id: z.string(), now: z.number() });

interface Row {
  readonly id: string;
  readonly ls: string;
  readonly most: number;
}

interface Ranked {
  readonly person: Person;
  readonly total: number;
}

const rowsAtOnce = 25;

/**
 * People by score, exactly: the lists by fit are each sorted by engagement, for good; they are merged as they are read, by
 * the most each next row could come to, until nobody unread can belong to the page (Fagin's threshold algorithm, 2001).
 */
export async function rankedPeople(
  table: TableAccess,
  page: { readonly limit: number; readonly cursor?: string; readonly now: Instant },
): Promise<Page<Person>> {
  const after = page.cursor === undefined ? undefined : readCursor(cursorSchema, page.cursor);
  const now = after?.now ?? page.now;
  const lists = await Promise.all(Array.from({ length: fitSteps }, (_, step) => openList(table, step, now, after?.total)));
  const found: Ranked[] = [];
  for (;;) {
    const next = lists.filter((list) => list.rows.length > 0).sort((one, other) => mostOf(other) - mostOf(one))[0];
    const enough = found.length > page.limit ? found[page.limit - 1] : undefined;
    if (next === undefined || (enough !== undefined && enough.total >= mostOf(next))) break;
    await takeFrom(table, next, now, after, found);
  }
  const items = found.slice(0, page.limit);
  const last = items.at(-1);
  const more = found.length > page.limit || lists.some((list) => list.rows.length > 0);
  if (last === undefined || !more) return { items: items.map(({ person }) => person), next: undefined };
  return { items: items.map(({ person }) => person), next: writeCursor({ total: last.total, id: last.person.id, now }) };
}

interface RankList {
  readonly step: number;
  rows: Row[];
  last: Item | undefined;
}

function mostOf(list: RankList): number {
  return list.rows[0]?.most ?? Number.NEGATIVE_INFINITY;
}

async function openList(table: TableAccess, step: number, now: Instant, below: number | undefined): Promise<RankList> {
  const list: RankList = { step, rows: [], last: undefined };
  // Nobody whose engagement alone is more than the last total can come after it.
  await readRows(table, list, now, below === undefined ? undefined : highestKey(below - lowestSteady(step), now));
  return list;
}

async function readRows(table: TableAccess, list: RankList, now: Instant, from?: string): Promise<void> {
  const { items, last } = await table.query({
    IndexName: "list",
    KeyConditionExpression: from === undefined ? "lk = :list" : "lk = :list AND ls <= :from",
    values: { ":list": rankList(list.step), ...(from === undefined ? {} : { ":from": from }) },
    ScanIndexForward: false,
    Limit: rowsAtOnce,
    after: list.last,
  });
  list.last = last;
  list.rows.push(
    ...items.map((item) => {
      const ls = String(item["ls"]);
      return { id: String(item["pk"]), ls, most: mostAt({ step: list.step, key: ls.split("#")[0] ?? "" }, now) };
    }),
  );
}

async function takeFrom(
  table: TableAccess,
  list: RankList,
  now: Instant,
  after: z.infer<typeof cursorSchema> | undefined,
  found: Ranked[],
): Promise<void> {
  const batch = list.rows.splice(0, 8);
  const people = await Promise.all(batch.map((row) => table.get(keys.person(personOfDue({ pk: row.id })))));
  for (const item of people) {
    if (item === undefined) continue;
    const person = readItem(personSchema, item);
    const total = totalAt(person.score, now);
    if (after !== undefined && (total > after.total || (total === after.total && person.id <= after.id))) continue;
    if (!found.some((other) => other.person.id === person.id)) found.push({ person, total });
  }
  found.sort((one, other) => other.total - one.total || (one.person.id < other.person.id ? -1 : 1));
  if (list.rows.length === 0 && list.last !== undefined) await readRows(table, list, now);
}
