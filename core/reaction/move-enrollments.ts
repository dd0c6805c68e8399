import type { Published } from "#core/definition/definition.ts";
import { endEnrollment, endedByFact, type EndingFact } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Outcome } from "#core/person/person.ts";
import { because } from "#core/reason/sentences.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { enteredByHand, type TriggerEvent } from "#core/sequence/trigger.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";

/** What a fact and its outcome mean for runs that are under way: the words `endedByFact` knows. */
export function endingFactsOf(fact: Fact, outcome: Outcome): readonly EndingFact[] {
  const facts: EndingFact[] = [];
  // Nothing happened to anybody: what becomes of the runs of both is decided by the merge.
  if (fact.kind === "merge" || fact.kind === "unmerge") return facts;
  if (fact.kind === "purchase") facts.push({ kind: "purchase" });
  if (fact.kind === "reply" && !fact.automatic) facts.push({ kind: "reply" });
  if (fact.kind === "unsubscribe") facts.push({ kind: "unsubscribe" });
  if (fact.kind === "complaint" || (fact.kind === "bounce" && fact.permanent)) facts.push({ kind: "suppression" });
  if (fact.kind === "withdraw" && fact.purpose === "marketing" && outcome.consent !== undefined) facts.push({ kind: "unsubscribe" });
  if (fact.kind === "lapse" && outcome.consent !== undefined) facts.push({ kind: "unconfirmed" });
  if (fact.kind === "pause") facts.push({ kind: "stopped", sequence: undefined });
  if (fact.kind === "leave") facts.push({ kind: "stopped", sequence: fact.sequence });
  if (outcome.stage !== undefined) facts.push({ kind: "stage", to: outcome.stage.to });
  return facts;
}

/** The run as it ends, if one of the facts ends it. */
export function endedRun(
  enrollment: Enrollment,
  sequence: Sequence,
  facts: readonly EndingFact[],
  cause: string,
  now: Instant,
): Enrollment | undefined {
  if (enrollment.status === "ended") return undefined;
  for (const fact of facts) {
    const ending = endedByFact(enrollment, sequence, fact);
    if (ending !== undefined) return { ...endEnrollment(enrollment, ending, because(`ended-${ending}`), now), endedBy: cause };
  }
  return undefined;
}

/** What a fact gives sequences to be triggered by: its events, or the hand that put somebody in. */
export function triggerEventsOf(fact: Fact, events: readonly DomainEvent[]): readonly TriggerEvent[] {
  // A list of thousands must not write to thousands by itself: whoever brings it in puts them into a sequence on purpose.
  if (fact.kind === "import") return [];
  // Somebody who is put back where they were has not come there.
  if (fact.kind === "merge" || fact.kind === "unmerge" || fact.kind === "take-back") return [];
  const byHand =
    fact.kind === "enter" ? [{ id: deterministicId("event", fact.at, fact.id), type: enteredByHand, sequence: fact.sequence }] : [];
  const told = events.map((event) => ({
    id: event.id,
    type: event.type,
    ...("source" in event.data ? { source: event.data.source } : {}),
    ...("to" in event.data ? { to: event.data.to } : {}),
    ...("name" in event.data ? { name: event.data.name } : {}),
  }));
  return [...byHand, ...told];
}

/** Runs begin in the order of the sequences' names, so that a retry begins the same ones. */
export function inOrder(sequences: readonly Published<Sequence>[]): readonly Published<Sequence>[] {
  return [...sequences].sort((one, other) => (one.name < other.name ? -1 : 1));
}
