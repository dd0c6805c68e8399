import { hashOfTyped } from "#core/address/hash-address.ts";
import type { PersonId } from "#core/id/id.ts";
import { countErased } from "#core/insight/count-people.ts";
import { everyIdOf } from "#core/merge/merged.ts";
import type { Person } from "#core/person/person.ts";
import { domainEvent } from "#core/reaction/events-of.ts";
import { searchWords } from "#core/search/search-words.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { TimelineItem } from "#core/ports/timeline-store.ts";
import type { Submission } from "#core/submission/submission.ts";
import { forgetDuplicates } from "./duplicates/keep-keys.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Erases a person (GDPR, article 17): their words in the search, what they sent (what was kept apart as well), their address,
 * their timeline and themselves, who go last so that a try that died can be made again. What stays is the hash of an address
 * that must not be written to: without it, a purchased list would bring them back.
 */
export async function erasePerson(workshop: Workshop, { person, enrollments }: Dossier, cause: string): Promise<void> {
  const { stores, bus, runtime } = workshop;
  const counts = countErased(person, enrollments, runtime.now());
  const ids = everyIdOf(person);
  await stores.search.forget(person.id, searchWords(person));
  await forgetDuplicates(workshop, person);
  for await (const item of timelineOf(workshop, ids)) {
    if (item.kind !== "entry" || item.entry.type !== "submission.received") continue;
    const { source, eventId } = item.entry.data;
    if (typeof source === "string" && typeof eventId === "string") await stores.submissions.erase(source, eventId);
  }
  for (const addressHash of addressesOf(person)) {
    for (const { source, extracted } of await keptApartOf(workshop, addressHash)) await stores.submissions.erase(source, extracted.eventId);
    for (const { id } of await stores.submissions.apartOf(addressHash)) await stores.submissions.forgetApart(addressHash, id);
    await stores.addresses.release(addressHash);
  }
  for (const count of counts) await stores.counters.addRowOnce(count, person.id);
  // Those who were merged into them are the same human being; they themselves go last.
  for (const id of ids.toReversed()) await stores.people.erase(id);
  for (const count of counts) await stores.counters.forget(count, person.id);
  await bus.publish(ids.map((personId) => domainEvent("person.erased", runtime.now(), `${cause}#${personId}`, { personId })));
}

/** How many arrivals are read at once: machines may have sent very many with one address in them. */
const abreast = 25;

/** Arrivals with an address in them that were kept apart, and of which nobody's timeline tells. */
export async function keptApartOf({ stores }: Pick<Workshop, "stores">, addressHash: string): Promise<readonly Submission[]> {
  const apart = await stores.submissions.apartOf(addressHash);
  const kept: Submission[] = [];
  for (let start = 0; start < apart.length; start += abreast) {
    const some = apart.slice(start, start + abreast);
    const found = await Promise.all(some.map(({ source, eventId }) => stores.submissions.find(source, eventId)));
    for (const [place, submission] of found.entries()) {
      if (submission === undefined || submission.id !== some[place]?.id || submission.status === "processed") continue;
      // A mapping may have been mended since: it is somebody else's then.
      if (hashOfTyped(submission.extracted.email ?? "") === addressHash) kept.push(submission);
    }
  }
  return kept;
}

/** Every address by which a person is known. */
export function addressesOf({ addressHash, aliases = [], mergedFrom = [] }: Person): readonly string[] {
  return [...new Set([addressHash, ...[...aliases, ...mergedFrom].map((one) => one.addressHash)])];
}

/** The whole timeline, page by page, newest first. */
export async function* timelineOf({ stores }: Pick<Workshop, "stores">, ids: readonly PersonId[]): AsyncGenerator<TimelineItem> {
  let cursor: string | undefined;
  do {
    const page = await stores.timeline.page(ids, { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
