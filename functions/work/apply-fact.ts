import { consentEventsOf } from "#core/consent/consent-event.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { wasTakenBack } from "#core/reaction/finish-take-back.ts";
import { endingFactsOf, triggerEventsOf } from "#core/reaction/move-enrollments.ts";
import type { Because } from "#core/reason/because.ts";
import { indexedWords } from "#core/search/search-words.ts";
import { type Reaction, react } from "#core/reaction/react.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { countFact, forgetFact } from "./count-fact.ts";
import { endRuns, racesBeforeGivingUp } from "./end-runs.ts";
import { keepDuplicateKeys } from "./duplicates/keep-keys.ts";
import { rememberFact } from "./merge/remember-fact.ts";
import { type Standing, standsFor } from "./merge/stands-for.ts";
import { requestConfirmation } from "./request-confirmation.ts";
import { startRuns } from "./start-runs.ts";
import { takeBackRuns } from "./take-back-runs.ts";
import type { Workshop } from "./workshop.ts";

/** What became of a fact: `done-before` if its receipt stands, `unknown-person` if there is nobody to apply it to. */
export type Applied =
  | {
      readonly kind: "applied";
      readonly person: Person;
      readonly started: readonly Enrollment[];
      /** The sequences that a trigger would have begun and a policy did not. */
      readonly refused: readonly { readonly sequence: string; readonly because: Because }[];
      /** Whether a mail that asks to confirm is due now. */
      readonly asks: boolean;
    }
  | { readonly kind: "done-before" }
  | { readonly kind: "unknown-person" };

/** What a merge needs beside: the fact made anew for the person it is applied to, each time a write of theirs has lost a race. */
export type Prepare = (dossier: Dossier) => Promise<Fact>;

/**
 * Applies one fact to one person, at least once and with the effect of once: the person first (they remember what they
 * have counted), then the runs, the counts, the bus, and the timeline's receipt last. Whatever dies between is done by the retry.
 * `blank` is whom to begin with where nobody is stored yet. Whoever was merged into somebody else is meant by them: it is
 * that person who changes, and it stands in the timeline of the one it came by.
 */
export async function applyFact(workshop: Workshop, personId: PersonId, told: Fact, blank?: Person, prepare?: Prepare): Promise<Applied> {
  const by = { id: told.as ?? personId };
  const receipt = receiptOf(by, told);
  if (receipt !== undefined && (await workshop.stores.timeline.has(by.id, receipt.id))) return { kind: "done-before" };
  const stored = await storeReaction(workshop, by.id, told, blank, prepare);
  if (stored === undefined) return { kind: "unknown-person" };

  const { reaction, dossier, fact } = stored;
  const { person, outcome } = reaction;
  if (changesSearch(outcome)) await workshop.stores.search.index(person.id, indexedWords(person));
  // A try before may have died at it: then all of them are written again.
  await keepDuplicateKeys(workshop, reaction.fresh ? dossier.person : undefined, person);
  const events = eventsOf(person, fact, outcome);
  const back = await takeBackRuns(workshop, person, dossier.enrollments, fact, outcome);
  const others = dossier.enrollments.filter((run) => ![...back.ended, ...back.resumed].some(({ id }) => id === run.id));
  const isVoid = wasTakenBack(person, fact.id);
  const ended = await endRuns(workshop, person, others, isVoid ? [] : endingFactsOf(fact, outcome), fact);
  const started = await startRuns(workshop, person, others, isVoid ? [] : triggerEventsOf(fact, events));
  const asks = await requestConfirmation(workshop, person, fact, outcome);
  const runs = { ended: [...back.ended, ...ended.enrollments], resumed: back.resumed, started: started.enrollments };
  const counts = await countFact(workshop, { person: { ...person, ...by }, outcome }, fact, runs);
  await workshop.bus.publish([...events, ...back.events, ...ended.events, ...started.events]);
  await workshop.stores.consents.record(consentEventsOf(by, fact, outcome));
  await workshop.stores.timeline.record([...back.entries, ...ended.entries, ...started.entries, ...entriesOf(by, fact, outcome)]);
  if (receipt !== undefined && hasHappened(fact, outcome)) await workshop.stores.timeline.append(receipt);
  await forgetFact(workshop, counts, fact);
  return { kind: "applied", person, started: started.enrollments, refused: started.refused, asks };
}

/** Whoever takes back what another has taken back before them, or what can be taken back no more, does nothing. */
function hasHappened(fact: Fact, outcome: Outcome): boolean {
  return fact.kind !== "take-back" || outcome.tookBack !== undefined;
}

/** Whether the words a person is found by may be others now. Writing them again does no harm. */
function changesSearch(outcome: Outcome): boolean {
  return outcome.created === true || outcome.edited === true || outcome.changed !== undefined;
}

interface Stored {
  readonly reaction: Reaction;
  readonly dossier: Dossier;
  readonly fact: Fact;
}

async function storeReaction(
  workshop: Workshop,
  personId: PersonId,
  told: Fact,
  blank: Person | undefined,
  prepare: Prepare | undefined,
): Promise<Stored | undefined> {
  const { people } = workshop.stores;
  const judging = await workshop.definitions.judging();
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    // Two people are merged by their own ids: nobody who stands for one of them is meant.
    const found = prepare === undefined ? await whoseFact(workshop, personId, told) : await people.dossier(personId);
    const dossier = found ?? (blank === undefined ? undefined : { person: blank, enrollments: [] });
    if (dossier === undefined || (prepare !== undefined && dossier.person.mergedInto !== undefined)) return undefined;
    const fact = prepare === undefined ? told : await prepare(dossier);
    const reaction = react({ person: dossier.person, fact, judging, now: workshop.runtime.now() });
    if (!reaction.fresh) return { reaction, dossier, fact };
    const saved = reaction.person.rev === 1 ? await people.create(reaction.person) : await people.save(reaction.person);
    if (saved === "saved") return { reaction, dossier, fact };
  }
  throw new TransientFault("person-busy", `The person ${personId} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** Whom a fact is about now. What came by somebody who was merged is remembered first, and then asked once more: undoing may have begun. */
async function whoseFact(workshop: Workshop, personId: PersonId, fact: Fact): Promise<Standing | undefined> {
  const found = await standsFor(workshop.stores, personId);
  if (found === undefined) return undefined;
  const isRemembered = await rememberFact(workshop, found.person, found.as, fact);
  return isRemembered && found.as !== undefined ? standsFor(workshop.stores, personId) : found;
}
