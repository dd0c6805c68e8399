import { consentEventsOf } from "#core/consent/consent-event.ts";
import type { PersonId } from "#core/id/id.ts";
import { summed } from "#core/insight/count.ts";
import { countsOfFact } from "#core/insight/count-fact.ts";
import type { Person } from "#core/person/person.ts";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import { indexedWords } from "#core/search/search-words.ts";
import { type Changed, keepKeysOfAll } from "../duplicates/keep-keys.ts";
import type { Workshop } from "../workshop.ts";
import type { ChangedByRow, TakenRow } from "./take-rows.ts";

/**
 * Writes what follows from a chunk's people (words, keys, consents, bus, timeline, counts), together. Told again after a crash,
 * it is the same: so the counts have one cause, and are counted once. Answers how to let go of that cause, once the list's
 * progress is stored and the chunk will not be worked on again.
 */
export async function tellOfRows(workshop: Workshop, cause: string, taken: readonly TakenRow[]): Promise<() => Promise<void>> {
  const { stores, bus } = workshop;
  const changed = taken.flatMap((one) => (one.kind === "unchanged" ? [] : [one]));
  // Written again if any of it fails; the timeline last, for it says that all the rest is there.
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
  const counts = summed(
    changed.flatMap(({ person, fact, outcome }) => countsOfFact({ person, fact, outcome, message: undefined, ended: [], started: [] })),
  );
  await Promise.all(counts.map((count) => stores.counters.addRowOnce(count, cause)));
  return async () => {
    await Promise.all(counts.map((count) => stores.counters.forget(count, cause)));
  };
}

/** Everybody as they were before the first of their rows, and are after the last. */
function eachOnce(changed: readonly ChangedByRow[]): readonly Changed[] {
  const people = new Map<PersonId, Changed>();
  for (const { before, person } of changed)
    people.set(person.id, { before: people.has(person.id) ? people.get(person.id)?.before : before, after: person });
  return [...people.values()];
}

/** Everybody's words, once: a person may stand in several rows, and a batch takes no key twice. */
function wordsOf(people: readonly Person[]): readonly { readonly id: PersonId; readonly words: readonly string[] }[] {
  const words = new Map<PersonId, Set<string>>();
  for (const person of people) words.set(person.id, new Set([...(words.get(person.id) ?? []), ...indexedWords(person)]));
  return [...words].map(([id, own]) => ({ id, words: [...own] }));
}
