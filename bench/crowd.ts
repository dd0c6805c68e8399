import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { deterministicId, newId, type PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { stages } from "#core/person/stage.ts";
import type { ApiStores } from "#core/ports/stores.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import { headOf, rankOf } from "#core/score/rank.ts";
import { indexedWords } from "#core/search/search-words.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import { day, hour } from "#core/time/instant.ts";
import { enrollmentItem } from "#functions/adapters/dynamo/enrollment-store.ts";
import { personItem } from "#functions/adapters/dynamo/person-store.ts";
import { keys } from "#functions/adapters/dynamo/table.ts";
import { tableAccess } from "#functions/adapters/dynamo/table-access.ts";
import { aPerson, aRun, arrival, personId } from "./people.ts";

/** Of so many people the words are indexed too, and so many carry a tag: more than any page of a search reads. */
const searchable = 2_000;
/** So many of each kind of work wait or lie parked, arrivals and changes are listed: more than ten pages of any list. */
const listed = 400;
/** So many people have a long history. */
const talkative = 60;

/** What a crowd is written to: the table itself for its many people, the stores for the rest. */
export interface CrowdBase {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly stores: ApiStores;
}

/**
 * Fills a base with people as a firm has them after years: scored and mostly cold, at every stage, one in a hundred to be called. Work
 * waits for some of them, some of it is parked, and each list of the console has more than ten pages. Answers somebody with a
 * long history.
 */
export async function fillCrowd(base: CrowdBase, size: number): Promise<PersonId> {
  await writePeople(base, size);
  await writeWork(base, Math.min(size, listed));
  await writeArrivals(base);
  return writeHistories(base, size);
}

/** Somebody of the crowd: fit in steps of five as rules give it, engagement earned over a year and mostly cold. */
export function oneOfMany(index: number): Person {
  const person = aPerson(index);
  const points = index % 50 === 0 ? 60 + (index % 90) : 2 + (index % 25);
  const at = arrival - ((index * 7) % 365) * day;
  const isCalled = index % 100 === 0;
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
    ...(index % 3 === 0 ? { owner: "camille@atelier-lumen.example" } : {}),
    ...(isCalled ? { call: { reasons: [{ code: "replied", at }], urgency: urgencyOf(index), since: at } } : {}),
    ...(index % 100 === 1 ? { nextCallAt: arrival + (index % 30) * day } : {}),
    ...(index % 10 === 2 ? { value: { amount: 1_000 + (index % 40) * 500, currency: "EUR" } } : {}),
  };
}

function urgencyOf(index: number): number {
  return index % 97;
}

/** Straight into the table: what stores write one by one, and the heads of the ranking's lists at the end. */
async function writePeople({ client, table }: CrowdBase, size: number): Promise<void> {
  const access = tableAccess(client, table);
  const heads = new Map<number, number>();
  const slice = 250;
  const slices = Array.from({ length: Math.ceil(size / slice) }, (_, index) => index * slice).values();
  const writeSlices = async (): Promise<void> => {
    for (const from of slices) {
      const people = Array.from({ length: Math.min(slice, size - from) }, (_, index) => oneOfMany(from + index));
      for (const { score } of people) {
        const rank = rankOf(score);
        heads.set(rank.step, Math.max(heads.get(rank.step) ?? 0, headOf(rank)));
      }
      const words =
        from >= searchable ? [] : people.flatMap((person) => indexedWords(person).map((word) => ({ ...keys.word(word, person.id) })));
      await access.putAll([...people.map(personItem), ...words]);
    }
  };
  await Promise.all(Array.from({ length: 4 }, writeSlices));
  await access.putAll([{ ...keys.rankHeads, ...Object.fromEntries([...heads].map(([step, head]) => [`h${step}`, head])) }]);
}

/** Runs of the example's sequence: some wait, many of them for the same instant, and some were given up. */
async function writeWork({ client, table }: CrowdBase, many: number): Promise<void> {
  const runs = Array.from({ length: many }, (_, index) => {
    const run = aRun(index, arrival + Math.floor(index / 40) * hour);
    if (index % 2 === 0) return run;
    return { ...run, status: "parked" as const, attempts: 8, problem: "SES: throttled", dueAt: arrival - index * hour };
  });
  await tableAccess(client, table).putAll(runs.map(enrollmentItem));
}

async function writeArrivals({ stores }: CrowdBase): Promise<void> {
  for (let index = 0; index < listed; index++) {
    const at = arrival - index * hour;
    const submission = newSubmission({
      id: deterministicId("submission", at, "crowd", String(index)),
      source: "form:demo",
      sourceKind: "form",
      basis: "consent",
      extracted: {
        email: `person-${index}@example.com`,
        firstName: `Prénom${index}`,
        message: "Bonjour, nous aimerions éclairer notre atelier avant le printemps. ".repeat(6),
        utm: { source: "salon" },
        hidden: {},
        answers: [
          { key: "need", title: "Que souhaitez-vous éclairer ?", value: "workshop" },
          { key: "budget", title: "Votre budget", value: "5k-20k" },
        ],
        eventId: `crowd-${index}`,
      },
      ip: undefined,
      receivedAt: at,
    });
    await stores.submissions.accept({ ...submission, status: index % 2 === 0 ? "processed" : "quarantined", dueAt: undefined });
    await stores.audit.append({
      id: newId("audit", at, new Uint8Array(10).fill(index)),
      at,
      by: { kind: "member", id: "mem_bench", name: "Camille" },
      action: "stage.set",
      subject: { kind: "person", id: deterministicId("person", arrival, "bench", String(index)) },
      from: { stage: "awareness" },
      to: { stage: "proposal" },
      reason: "They asked for an offer on the phone",
    });
  }
}

/** The most urgent to call have talked for long. */
async function writeHistories({ stores }: CrowdBase, size: number): Promise<PersonId> {
  const callees = Array.from({ length: Math.ceil(size / 100) }, (_, index) => index * 100)
    .toSorted((one, other) => urgencyOf(other) - urgencyOf(one))
    .slice(0, talkative);
  for (const index of callees) {
    const { id } = aPerson(index);
    for (let entry = 0; entry < 40; entry++) {
      const at = arrival - entry * day;
      const data = {
        subject: "Votre étude d’éclairage : la suite",
        excerpt: "Oui, appelez-moi demain matin, nous avons trois ateliers. ".repeat(4),
      };
      await stores.timeline.append({
        id: newId("timeline", at, new Uint8Array(10).fill(entry)),
        personId: id,
        at,
        type: "person.replied",
        data,
      });
    }
  }
  return personId(callees[0] ?? 0);
}
