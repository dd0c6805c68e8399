import * as z from "zod";
import type { PersonRow } from "#core/person/person-row.ts";
import type { Page } from "#core/ports/page.ts";
import { highestKey, mostOf, rankedTotal } from "#core/score/rank.ts";
import type { Instant } from "#core/time/instant.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { readRow } from "./person-rows.ts";
import { readRankHeads } from "./rank-heads.ts";
import type { Item, TableAccess } from "./table-access.ts";

/** The list of people whose fit and penalties come to so many hundredths of a point. */
export function rankList(step: number): string {
  return `RANK#${step}`;
}

/**
 * A page goes on after the last row of the one before, as of the instant the first was read. `left` says of lists that were
 * looked into how much the best of the rest scores, so that they are not opened again to find that out.
 */
const cursorSchema = z.object({
  total: z.number(),
  step: z.number(),
  ls: z.string(),
  now: z.number(),
  left: z.array(z.tuple([z.number(), z.number()])),
});
type Cursor = z.infer<typeof cursorSchema>;

/** Rows of the first read of a list, some 4 KB; each further one reads twice as many. */
const firstRows = 7;
const mostRows = 56;
/** Lists looked into at once. */
const abreast = 4;
/** Lists a cursor remembers, the poorest first: forgetting one costs a read, no more. */
const remembered = 80;

interface RankList {
  readonly step: number;
  /** No row that is still to be read scores more. */
  most: number;
  limit: number;
  last: Item | undefined;
}

interface Ranked {
  readonly row: PersonRow;
  readonly total: number;
  readonly step: number;
  readonly ls: string;
}

/**
 * People by score, exactly: everybody of a list has the same fit, and each list is sorted by engagement, for good. The lists
 * are merged as they are read, the most promising first, until nobody unread can belong to the page (Fagin's threshold
 * algorithm, 2001); what each list promises at most stands in one small item.
 */
export async function rankedPeople(
  table: TableAccess,
  page: { readonly limit: number; readonly cursor?: string; readonly now: Instant },
): Promise<Page<PersonRow>> {
  const after = page.cursor === undefined ? undefined : readCursor(cursorSchema, page.cursor);
  const now = after?.now ?? page.now;
  const lists = await promisingLists(table, now, after);
  const found: Ranked[] = [];
  for (;;) {
    const last = found.length > page.limit ? found[page.limit - 1] : undefined;
    const next = lists
      .filter((list) => list.most > Number.NEGATIVE_INFINITY && (last === undefined || !comesBefore(last, list)))
      .sort((one, other) => other.most - one.most || other.step - one.step)
      .slice(0, abreast);
    if (next.length === 0) break;
    found.push(...(await Promise.all(next.map((list) => readOn(table, list, now, after)))).flat());
    found.sort(inOrder);
  }
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  const items = shown.map(({ row }) => row);
  if (last === undefined || found.length <= page.limit) return { items, next: undefined };
  const { total, step, ls } = last;
  return { items, next: writeCursor({ total, step, ls, now, left: leftAfter(lists, found.slice(page.limit), total) }) };
}

/** Whether a row comes before all that a list may still hold. */
function comesBefore(row: Ranked, list: RankList): boolean {
  return row.total > list.most || (row.total === list.most && row.step >= list.step);
}

function inOrder(one: Ranked, other: Ranked): number {
  return other.total - one.total || other.step - one.step || compareTexts(other.ls, one.ls);
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one > other ? 1 : -1;
}

async function promisingLists(table: TableAccess, now: Instant, after: Cursor | undefined): Promise<RankList[]> {
  const left = new Map(after?.left);
  const below = after?.total ?? Number.POSITIVE_INFINITY;
  return (await readRankHeads(table))
    .map(({ step, head }) => ({
      step,
      most: Math.min(mostOf(step, head, now), left.get(step) ?? below),
      limit: firstRows,
      last: undefined,
    }))
    .filter(({ step, most }) => step / 100 <= below && most >= step / 100);
}

async function readOn(table: TableAccess, list: RankList, now: Instant, after: Cursor | undefined): Promise<readonly Ranked[]> {
  const from = after === undefined ? undefined : beginAfter(after, list.step, now);
  const { items, last } = await table.query({
    IndexName: "list",
    KeyConditionExpression: from === undefined ? "lk = :list" : `lk = :list AND ls ${from.isItself ? "<=" : "<"} :from`,
    values: { ":list": rankList(list.step), ...(from === undefined ? {} : { ":from": from.ls }) },
    ScanIndexForward: false,
    Limit: list.limit,
    after: list.last,
  });
  const rows = items.map((item): Ranked => {
    const ls = String(item["ls"]);
    return { row: readRow(item), ls, step: list.step, total: rankedTotal({ step: list.step, key: ls.split("#")[0] ?? "" }, now) };
  });
  list.limit = Math.min(mostRows, list.limit * 2);
  list.last = last;
  list.most = last === undefined ? Number.NEGATIVE_INFINITY : (rows.at(-1)?.total ?? list.most);
  return after === undefined ? rows : rows.filter((row) => inOrder({ ...row, ...after }, row) < 0);
}

/** Where a list is read from on a later page: after the very row in its own list; elsewhere, from whoever scores no more. */
function beginAfter(after: Cursor, step: number, now: Instant): { readonly ls: string; readonly isItself: boolean } {
  if (step === after.step) return { ls: after.ls, isItself: false };
  return { ls: highestKey(after.total - step / 100, now), isItself: true };
}

/** What each list that was looked into still promises; rounded up, for a bound must not be less than what it bounds. */
function leftAfter(lists: readonly RankList[], unshown: readonly Ranked[], total: number): readonly (readonly [number, number])[] {
  const best = new Map<number, number>();
  for (const { step, total: one } of unshown) best.set(step, Math.max(best.get(step) ?? Number.NEGATIVE_INFINITY, one));
  return lists
    .map(({ step, most }) => [step, Math.max(most, best.get(step) ?? Number.NEGATIVE_INFINITY)] as const)
    .map(([step, most]) => [step, most === Number.NEGATIVE_INFINITY ? step / 100 - 1 : Math.ceil(most * 100) / 100] as const)
    .filter(([, most]) => most < total)
    .sort(([, one], [, other]) => one - other)
    .slice(0, remembered);
}
