import { consentEventsOf } from "#core/consent/consent-event.ts";
import { changesAnything, type ImportFact, importFact } from "#core/import/import-fact.ts";
import type { FileRow, Import } from "#core/import/import.ts";
import type { ImportedRow } from "#core/import/read-row.ts";
import { deterministicId, type PersonId } from "#core/id/id.ts";
import { type Count, summed } from "#core/insight/count.ts";
import { countsOfFact } from "#core/insight/count-fact.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import { react } from "#core/reaction/react.ts";
import { searchWords } from "#core/search/search-words.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { racesBeforeGivingUp } from "./end-runs.ts";
import { type Changed, keepKeysOfAll } from "./duplicates/keep-keys.ts";
import { type KnownPerson, knownPeople, knownPerson } from "./known-person.ts";
import { rememberFact } from "./merge/remember-fact.ts";
import type { Workshop } from "./workshop.ts";

/** A row of a list with what it says. */
export interface ReadFileRow {
  readonly file: FileRow;
  readonly row: ImportedRow;
}

export interface ImportedPeople {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Lets go of the counts' cause, once the list's progress is stored and the chunk will not be worked on again. */
  readonly afterwards: () => Promise<void>;
}

/** How many people are worked on side by side. */
const sideBySide = 32;

/**
 * Brings a chunk of rows in. Each person is stored by a condition of their own; what follows from all of them (words, timeline,
 * counts, bus) is written together. Done again after a crash, it finds what each person remembers of the row, and tells the
 * same: so the counts of a chunk have one cause, and are counted once.
 */
export async function importPeople(workshop: Workshop, job: Import, rows: readonly ReadFileRow[]): Promise<ImportedPeople> {
  const { stores, bus } = workshop;
  const stored: Stored[] = [];
  const known = await knownPeople(
    workshop,
    rows.map(({ row }) => row.addressHash),
  );
  const queues = byAddress(rows);
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
        for (const [place, row] of queue.entries()) {
          // Of somebody who stands in several rows, the others are decided on what the one before has written.
          stored.push(await storeRow(workshop, job, row, place === 0 ? known.get(row.row.addressHash) : undefined));
        }
    }),
  );
  const changed = stored.flatMap((one) => (one.kind === "unchanged" ? [] : [one]));
  // What follows is written together, and written again if any of it fails; the timeline last, for it says that all the rest is there.
  await Promise.all([
    keepKeysOfAll(workshop, eachOnce(changed)),
    stores.search.indexAll(wordsOf(changed.map(({ person }) => person))),
    bus.publish(changed.flatMap(({ person, fact, outcome }) => eventsOf(person, fact, outcome))),
    stores.consents.record(changed.flatMap(({ person, fact, outcome }) => consentEventsOf(person, fact, outcome))),
  ]);
  await stores.timeline.record(
    changed.flatMap(({ person, fact, outcome }) => {
      const receipt = receiptOf(person, fact);
      return [...entriesOf(person, fact, outcome), ...(receipt === undefined ? [] : [receipt])];
    }),
  );
  const cause = `${job.id}#${job.next}`;
  const counts = summed(changed.flatMap(countsOf));
  await Promise.all(counts.map((count) => stores.counters.addRowOnce(count, cause)));
  const created = changed.filter(({ outcome }) => outcome.created === true).length;
  return {
    created,
    updated: changed.length - created,
    unchanged: stored.length - changed.length,
    afterwards: async () => {
      await Promise.all(counts.map((count) => stores.counters.forget(count, cause)));
    },
  };
}

type Stored =
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "changed";
      readonly before: Person | undefined;
      readonly person: Person;
      readonly fact: ImportFact;
      readonly outcome: Outcome;
    };

/** Stores what one row does to its person, whoever has it by then: nobody is there twice for one address. */
async function storeRow(workshop: Workshop, job: Import, { file, row }: ReadFileRow, read: KnownPerson | undefined): Promise<Stored> {
  const { stores, definitions, runtime } = workshop;
  const judging = await definitions.judging();
  const candidate = deterministicId("person", job.createdAt, job.id, row.addressHash);
  const blank = blankPerson(candidate, row.email, row.addressHash, job.createdAt);
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const known = (race === 0 ? read : undefined) ?? (await knownPerson(workshop, row.addressHash));
    const personId = known.personId ?? (await stores.addresses.claim(row.addressHash, candidate));
    const before = known.person ?? { ...blank, id: personId };
    const fact = importFact(job, file.line, row, known.suppression);
    if (known.person !== undefined) await rememberFact(workshop, known.person, known.as, fact);
    const { person, outcome, fresh } = react({ person: before, fact, judging, now: runtime.now() });
    if (!fresh) return { kind: "changed", before: undefined, person, fact, outcome };
    if (before.rev > 0 && !changesAnything(before, person)) return { kind: "unchanged" };
    const saved = person.rev === 1 ? await stores.people.create(person) : await stores.people.save(person);
    if (saved === "saved") return { kind: "changed", before: known.person, person, fact, outcome };
  }
  throw new TransientFault("person-busy", `The person of line ${file.line} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** Everybody as they were before the first of their rows, and are after the last. */
function eachOnce(changed: readonly { readonly before: Person | undefined; readonly person: Person }[]): readonly Changed[] {
  const people = new Map<PersonId, Changed>();
  for (const { before, person } of changed)
    people.set(person.id, { before: people.has(person.id) ? people.get(person.id)?.before : before, after: person });
  return [...people.values()];
}

/** Everybody's words, once: a person may stand in several rows, and a batch takes no key twice. */
function wordsOf(people: readonly Person[]): readonly { readonly id: PersonId; readonly words: readonly string[] }[] {
  const words = new Map<PersonId, Set<string>>();
  for (const person of people) words.set(person.id, new Set([...(words.get(person.id) ?? []), ...searchWords(person)]));
  return [...words].map(([id, own]) => ({ id, words: [...own] }));
}

function countsOf({ person, fact, outcome }: Extract<Stored, { kind: "changed" }>): readonly Count[] {
  return countsOfFact({ person, fact, outcome, message: undefined, ended: [], started: [] });
}

/** The rows of each address, in the order of the file: one person's are stored one after the other. */
function byAddress(rows: readonly ReadFileRow[]): ReadFileRow[][] {
  const queues = new Map<string, ReadFileRow[]>();
  for (const one of rows) {
    const queue = queues.get(one.row.addressHash) ?? [];
    queues.set(one.row.addressHash, queue);
    queue.push(one);
  }
  return [...queues.values()];
}
