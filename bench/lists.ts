import type { Person } from "#core/person/person.ts";
import type { PeopleList } from "#core/ports/stores.ts";
import { stages } from "#core/person/stage.ts";
import { headOf, rankOf } from "#core/score/rank.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import { searchWords } from "#core/search/search-words.ts";
import { day } from "#core/time/instant.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "#functions/adapters/dynamo/dynamo-stores.ts";
import { personItem } from "#functions/adapters/dynamo/person-store.ts";
import { keys } from "#functions/adapters/dynamo/table.ts";
import { tableAccess } from "#functions/adapters/dynamo/table-access.ts";
import { findPeople } from "#functions/work/find-people.ts";
import type { Benchmark, Figure } from "./bench.ts";
import { openBenchBase } from "./bench-base.ts";
import { meterCapacity } from "./capacity-meter.ts";
import { aPerson, arrival } from "./people.ts";

/** `LISTS_PEOPLE` sets another size, to see that it does not matter. */
const size = Number(process.env["LISTS_PEOPLE"] ?? 100_000);
/** Of so many the words are indexed too: more than any page of a search reads. */
const searchable = 2_000;
const pageSize = 30;
const deepPage = 10;
const most = 20;

/** Read units of a page of each list over a crowd, by the engine's own count; the tenth page too, where cursors have their price. */
export const lists: Benchmark = {
  name: "lists",
  run: async () => {
    const base = await openBenchBase();
    const table = base.environment["TABLE"] ?? "";
    const client = dynamoClient({
      AWS_REGION: "eu-west-3",
      AWS_ENDPOINT_URL: undefined,
      DYNAMODB_ENDPOINT_URL: base.environment["DYNAMODB_ENDPOINT_URL"],
    });
    await fill(tableAccess(client, table));
    const stores = dynamoStores(client, table);
    const meter = meterCapacity(client);
    const units = async (name: string, read: (at: { cursor?: string }) => Promise<Page>): Promise<readonly Figure[]> => {
      const figures: Figure[] = [];
      let cursor: string | undefined;
      for (let page = 1; page <= deepPage; page++) {
        meter.take();
        const { next } = await read(cursor === undefined ? {} : { cursor });
        const value = meter.take().read;
        if (page === 1 || page === deepPage) figures.push({ name: `${name}, page ${page}`, value, unit: "RU", target: { atMost: most } });
        if (next === undefined) break;
        cursor = next;
      }
      return figures;
    };
    const listed = (list: PeopleList) => (at: { cursor?: string }) => stores.people.listed(list, { limit: pageSize, ...at });
    const found = (q: string) => (at: { cursor?: string }) => findPeople(stores, { q }, { limit: pageSize, ...at }, arrival);
    const figures = [
      ...(await units("people by score", (at) => stores.people.ranked({ limit: pageSize, now: arrival, ...at }))),
      ...(await units("people by name", listed({ by: "name" }))),
      ...(await units("people of one stage", listed({ by: "stage", stage: "proposal" }))),
      ...(await units("people of all stages", listed({ by: "stage" }))),
      ...(await units("people to call", listed({ by: "call" }))),
      ...(await units("people by words", found("entreprise 1"))),
      ...(await units("people by a tag", found("#salon"))),
    ];
    client.destroy();
    await base.close();
    return figures;
  },
};

interface Page {
  readonly next: string | undefined;
}

/** Somebody of the crowd: fit in steps of five as rules give it, engagement earned over a year and mostly cold. */
function oneOfMany(index: number): Person {
  const person = aPerson(index);
  const points = index % 50 === 0 ? 60 + (index % 90) : 2 + (index % 25);
  const at = arrival - ((index * 7) % 365) * day;
  const urgency = index % 97;
  return {
    ...person,
    attributes: { ...person.attributes, lastName: { value: `Nom${(index * 7_919) % 100_003}`, at: arrival, from: "sub_bench" } },
    stage: { value: stages[index % stages.length] ?? "awareness", since: at, because: { rule: "bench" } },
    score: {
      fit: { known: 5 * (index % 20) },
      engagement: index % 4 === 0 ? {} : { acted: add(undefined, points, at, engagementHalfLife) },
      penalties: {},
      rules: 1,
    },
    ...(index < searchable ? { tags: ["salon"] } : {}),
    ...(index % 100 === 0 ? { call: { reasons: [{ code: "replied", at }], urgency, since: at } } : {}),
  };
}

/** Straight into the table: what stores write one by one, and the heads of the ranking's lists at the end. */
async function fill(table: ReturnType<typeof tableAccess>): Promise<void> {
  const heads = new Map<number, number>();
  const slice = 500;
  for (let from = 0; from < size; from += slice) {
    const people = Array.from({ length: Math.min(slice, size - from) }, (_, index) => oneOfMany(from + index));
    for (const { score } of people) {
      const rank = rankOf(score);
      heads.set(rank.step, Math.max(heads.get(rank.step) ?? 0, headOf(rank)));
    }
    const words =
      from >= searchable ? [] : people.flatMap((person) => searchWords(person).map((word) => ({ ...keys.word(word, person.id) })));
    await table.putAll([...people.map(personItem), ...words]);
  }
  await table.putAll([{ ...keys.rankHeads, ...Object.fromEntries([...heads].map(([step, head]) => [`h${step}`, head])) }]);
}
