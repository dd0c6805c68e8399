import { hashAddress } from "#core/address/hash-address.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { addPerson } from "#functions/work/add-person.ts";
import { drain } from "#functions/work/drain.ts";
import { processSubmission } from "#functions/work/process-submission.ts";
import { aSubmission, unique } from "#tests/functions/adapters/examples.ts";
import type { TestWorkshop } from "../a-workshop.ts";

export const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Somebody who sends the demo's form, and so enters its sequence. */
export async function arrives(workshop: TestWorkshop, email: string, answers: Readonly<Record<string, string>> = {}): Promise<Person> {
  const eventId = unique("event");
  const submission = aSubmission({
    receivedAt: workshop.now,
    dueAt: workshop.now,
    extracted: {
      email,
      utm: {},
      hidden: {},
      answers: Object.entries({ need: "workshop", ...answers }).map(([key, value]) => ({ key, title: key, value })),
      consent: true,
      eventId,
    },
  });
  await workshop.stores.submissions.accept(submission);
  const processed = await processSubmission(workshop, submission);
  if (processed.kind === "failed") throw new Error(JSON.stringify(processed.submission.reason));
  return whoHas(workshop, email);
}

/** Somebody a hand has added, in no sequence. */
export async function isAdded(workshop: TestWorkshop, email: string, more: { readonly firstName?: string } = {}): Promise<Person> {
  await addPerson(workshop, { email, basis: "consent", proof: "au salon", ...more }, "Malik");
  return whoHas(workshop, email);
}

export async function whoHas(workshop: TestWorkshop, email: string): Promise<Person> {
  const { personId } = await workshop.stores.addresses.find(hashAddress(email));
  if (personId === undefined) throw new Error(`nobody has ${email}`);
  return person(workshop, personId);
}

export async function person(workshop: TestWorkshop, id: PersonId): Promise<Person> {
  const dossier = await workshop.stores.people.dossier(id);
  if (dossier === undefined) throw new Error(`${id} is not there`);
  return dossier.person;
}

/** What is due is done, and what that makes due. */
export async function tick(workshop: TestWorkshop): Promise<void> {
  await drain(workshop, { timeMs: 30_000, log });
}

/** How many are where, by the counts of now; and by the lists. They must say the same. */
export async function standing(workshop: TestWorkshop): Promise<{ readonly counted: object; readonly listed: object }> {
  const sums: Record<string, number> = {};
  for (const row of await workshop.stores.counters.rows("balance"))
    for (const [counter, value] of Object.entries(row.sums)) {
      const [how = "", ...what] = counter.split("_");
      if (how === "in" || how === "out") sums[what.join("_")] = (sums[what.join("_")] ?? 0) + (how === "in" ? value : -value);
      else sums[counter] = (sums[counter] ?? 0) + value;
    }
  const listed: Record<string, number> = {};
  for (const row of (await workshop.stores.people.listed({ by: "name" }, { limit: 100 })).items) {
    listed[row.stage] = (listed[row.stage] ?? 0) + 1;
    listed[row.lifecycle] = (listed[row.lifecycle] ?? 0) + 1;
    const worth = row.value === undefined ? undefined : `worth_${row.stage}_${row.value.currency}`;
    if (worth !== undefined) listed[worth] = (listed[worth] ?? 0) + (row.value?.amount ?? 0);
  }
  const some = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  return { counted: some(sums), listed: some(listed) };
}

/** The whole timeline of a person, read as the API reads it, in small pages. */
export async function timeline(workshop: TestWorkshop, ids: readonly PersonId[], limit = 7): Promise<readonly string[]> {
  const told: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await workshop.stores.timeline.page(ids, { limit, ...(cursor === undefined ? {} : { cursor }) });
    told.push(...page.items.map((item) => (item.kind === "entry" ? `${item.entry.type} ${item.entry.id}` : `message ${item.message.id}`)));
    cursor = page.next;
  } while (cursor !== undefined);
  return told;
}
