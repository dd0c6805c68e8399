import * as z from "zod";
import { laterCallAt } from "#core/call/later-call.ts";
import { type Person, personSchema } from "#core/person/person.ts";
import type { Page, PeopleList } from "#core/ports/stores.ts";
import { sortName } from "#core/search/search-words.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { isPersonKey, keys, personOfDue } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

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

const cursorSchema = z.object({ pk: z.string().refine(isPersonKey), sort: z.string() });

/** One page of a list: the rows of its index, then the people they name in as few reads as can be. */
export async function listedPeople(
  table: TableAccess,
  list: PeopleList,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Person>> {
  const { index, partition, value, sort } = indexOf(list);
  const at = page.cursor === undefined ? undefined : readCursor(cursorSchema, page.cursor);
  const { items, last } = await table.query({
    IndexName: index,
    KeyConditionExpression: `${partition} = :list`,
    values: { ":list": value },
    Limit: page.limit,
    after:
      at === undefined ? undefined : { pk: at.pk, sk: keys.person(personOfDue({ pk: at.pk })).sk, [partition]: value, [sort]: at.sort },
  });
  const rows = items.map((item) => keys.person(personOfDue({ pk: String(item["pk"]) })));
  const found = new Map((await table.getAll(rows)).map((item) => [item["pk"], item]));
  return {
    items: rows.flatMap(({ pk }) => {
      const item = found.get(pk);
      return item === undefined ? [] : [readItem(personSchema, item)];
    }),
    next: last === undefined ? undefined : writeCursor({ pk: String(last["pk"]), sort: String(last[sort]) }),
  };
}

function indexOf(list: PeopleList): { readonly index: string; readonly partition: string; readonly value: string; readonly sort: string } {
  switch (list.by) {
    case "name":
      return { index: "name", partition: "nk", value: namePartition, sort: "ns" };
    case "stage":
      return { index: "stage", partition: "gk", value: stagePartition(list.stage), sort: "gs" };
    case "call":
      return { index: "call", partition: "ck", value: callPartition, sort: "cs" };
    case "later":
      return { index: "call", partition: "ck", value: laterPartition, sort: "cs" };
  }
}
