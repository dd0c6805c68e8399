import * as z from "zod";
import { laterCallAt } from "#core/call/later-call.ts";
import type { Person } from "#core/person/person.ts";
import type { PersonRow } from "#core/person/person-row.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import type { Page } from "#core/ports/page.ts";
import type { PeopleList } from "#core/ports/person-store.ts";
import { sortName } from "#core/search/search-words.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { readRows } from "./person-rows.ts";
import { isPersonKey, keys, personOfDue } from "./table.ts";
import type { TableAccess } from "./table-access.ts";

const namePartition = "NAME";
const callPartition = "CALL";
/** In the same index: nobody is to be called both now and later. */
const laterPartition = "LATER";
const leastUrgent = 99;

/** An instant as text that sorts like it: milliseconds have thirteen digits until the year 2286. */
function sortable(at: number): string {
  return String(Math.max(0, Math.floor(at))).padStart(13, "0");
}

function stagePartition(stage: string): string {
  return `STAGE#${stage}`;
}

/** The attributes by which a person stands in each list. DynamoDB writes to an index only if its keys have changed. */
export function listAttributes(person: Person) {
  const { stage } = person;
  return {
    nk: namePartition,
    ns: `${sortName(person)}#${person.id}`,
    gk: stagePartition(stage.value),
    gs: `${sortable(stage.since)}#${person.id}`,
    ...callAttributes(person),
  };
}

function callAttributes(person: Person): { readonly ck?: string; readonly cs?: string } {
  const { call } = person;
  if (call !== undefined)
    return { ck: callPartition, cs: `${String(leastUrgent - call.urgency).padStart(2, "0")}#${sortable(call.since)}#${person.id}` };
  const later = laterCallAt(person);
  return later === undefined ? {} : { ck: laterPartition, cs: `${sortable(later)}#${person.id}` };
}

/** After a row; and where a list goes through stages, in which. Without a row it begins at the stage's first. */
const cursorSchema = z.object({
  after: z.object({ pk: z.string().refine(isPersonKey), sort: z.string() }).optional(),
  stage: z.enum(stages).optional(),
});

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** Stages as a list of all of them goes through them: those nearest to a decision first, those that are over last. */
const stagesByNearness = [
  "negotiation",
  "proposal",
  "qualification",
  "connection",
  "awareness",
  "won",
  "lost",
] as const satisfies readonly Stage[];

/** One page of a list: the rows of its index, which say all that a list shows. */
export async function listedPeople(table: TableAccess, list: PeopleList, page: PageRequest): Promise<Page<PersonRow>> {
  return list.by === "stage" && list.stage === undefined ? throughStages(table, list, page) : onePartition(table, list, page);
}

async function onePartition(table: TableAccess, list: PeopleList, page: PageRequest): Promise<Page<PersonRow>> {
  const { index, partition, value, sort } = indexOf(list);
  const at = page.cursor === undefined ? undefined : readCursor(cursorSchema, page.cursor).after;
  const { items, last } = await table.query({
    IndexName: index,
    KeyConditionExpression: `${partition} = :list`,
    values: { ":list": value },
    Limit: page.limit,
    ScanIndexForward: !("isReversed" in list && list.isReversed === true),
    after:
      at === undefined ? undefined : { pk: at.pk, sk: keys.person(personOfDue({ pk: at.pk })).sk, [partition]: value, [sort]: at.sort },
  });
  return {
    items: await readRows(table, items),
    next:
      last === undefined
        ? undefined
        : writeCursor({ after: { pk: String(last["pk"]), sort: String(last[sort]) }, stage: list.by === "stage" ? list.stage : undefined }),
  };
}

/** Stage after stage, until the page is full. Each stage that is looked into costs half a unit at least. */
async function throughStages(
  table: TableAccess,
  list: Extract<PeopleList, { by: "stage" }>,
  { limit, cursor }: PageRequest,
): Promise<Page<PersonRow>> {
  const begun = cursor === undefined ? undefined : readCursor(cursorSchema, cursor).stage;
  const items: PersonRow[] = [];
  const rest = stagesByNearness.slice(begun === undefined ? 0 : stagesByNearness.indexOf(begun));
  for (const stage of rest) {
    if (items.length === limit) return { items, next: writeCursor({ stage }) };
    const goesOn = stage === begun && cursor !== undefined ? { cursor } : {};
    const page = await onePartition(table, { ...list, stage }, { limit: limit - items.length, ...goesOn });
    items.push(...page.items);
    if (page.next !== undefined) return { items, next: page.next };
  }
  return { items, next: undefined };
}

function indexOf(list: PeopleList): { readonly index: string; readonly partition: string; readonly value: string; readonly sort: string } {
  switch (list.by) {
    case "name":
      return { index: "name", partition: "nk", value: namePartition, sort: "ns" };
    case "stage":
      return { index: "stage", partition: "gk", value: stagePartition(list.stage ?? ""), sort: "gs" };
    case "call":
      return { index: "call", partition: "ck", value: callPartition, sort: "cs" };
    case "later":
      return { index: "call", partition: "ck", value: laterPartition, sort: "cs" };
  }
}
