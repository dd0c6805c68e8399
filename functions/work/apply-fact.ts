import type { PersonId } from "#core/id/id.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Dossier } from "#core/ports/stores.ts";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { endingFactsOf, triggerEventsOf } from "#core/reaction/move-enrollments.ts";
import type { Because } from "#core/reason/because.ts";
import { searchWords } from "#core/search/search-words.ts";
import { type Reaction, react } from "#core/reaction/react.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { countFact, forgetFact } from "./count-fact.ts";
import { endRuns, racesBeforeGivingUp } from "./end-runs.ts";
import { startRuns } from "./start-runs.ts";
import type { Workshop } from "./workshop.ts";

/** What became of a fact: `done-before` if its receipt stands, `unknown-person` if there is nobody to apply it to. */
export type Applied =
  | {
      readonly kind: "applied";
      readonly person: Person;
      readonly started: readonly Enrollment[];
      /** The sequences that a trigger would have begun and a policy did not. */
      readonly refused: readonly { readonly sequence: string; readonly because: Because }[];
    }
  | { readonly kind: "done-before" }
  | { readonly kind: "unknown-person" };

/**
 * Applies one fact to one person, at least once and with the effect of once: the person first (they remember what they
 * have counted), then the runs, the counts, the bus, and the timeline's receipt last. Whatever dies between is done by the retry.
 * `blank` is whom to begin with where nobody is stored yet.
 */
export async function applyFact(workshop: Workshop, personId: PersonId, fact: Fact, blank?: Person): Promise<Applied> {
  const receipt = receiptOf({ id: personId }, fact);
  if (receipt !== undefined && (await workshop.stores.timeline.has(personId, receipt.id))) return { kind: "done-before" };
  const stored = await storeReaction(workshop, personId, fact, blank);
  if (stored === undefined) return { kind: "unknown-person" };

  const { reaction, dossier } = stored;
  const { person, outcome } = reaction;
  if (changesSearch(outcome)) await workshop.stores.search.index(person.id, searchWords(person));
  const events = eventsOf(person, fact, outcome);
  const ended = await endRuns(workshop, person, dossier.enrollments, endingFactsOf(fact, outcome), fact);
  const started = await startRuns(workshop, person, dossier.enrollments, triggerEventsOf(fact, events));
  const counts = await countFact(workshop, reaction, fact, { ended: ended.enrollments, started: started.enrollments });
  await workshop.bus.publish([...events, ...ended.events, ...started.events]);
  await workshop.stores.timeline.record([...ended.entries, ...started.entries, ...entriesOf(person, fact, outcome)]);
  if (receipt !== undefined) await workshop.stores.timeline.append(receipt);
  await forgetFact(workshop, counts, fact);
  return { kind: "applied", person, started: started.enrollments, refused: started.refused };
}

/** Whether the words a person is found by may be others now. Writing them again does no harm. */
function changesSearch(outcome: Outcome): boolean {
  return outcome.created === true || outcome.edited === true || outcome.changed !== undefined;
}

async function storeReaction(
  workshop: Workshop,
  personId: PersonId,
  fact: Fact,
  blank: Person | undefined,
): Promise<{ readonly reaction: Reaction; readonly dossier: Dossier } | undefined> {
  const { people } = workshop.stores;
  const judging = await workshop.definitions.judging();
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const dossier = (await people.dossier(personId)) ?? (blank === undefined ? undefined : { person: blank, enrollments: [] });
    if (dossier === undefined) return undefined;
    const reaction = react({ person: dossier.person, fact, judging, now: workshop.runtime.now() });
    if (!reaction.fresh) return { reaction, dossier };
    const saved = reaction.person.rev === 1 ? await people.create(reaction.person) : await people.save(reaction.person);
    if (saved === "saved") return { reaction, dossier };
  }
  throw new TransientFault("person-busy", `The person ${personId} was changed by others ${racesBeforeGivingUp} times in a row.`);
}
