import { type ConsentEvent, consentEventsOf } from "#core/consent/consent-event.ts";
import type { MergeId, PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Judging } from "#core/reaction/judging.ts";
import { react } from "#core/reaction/react.ts";
import type { Instant } from "#core/time/instant.ts";

/** A fact that came while a merge could be undone, and when. */
export interface LoggedFact {
  readonly at: Instant;
  readonly fact: Fact;
}

/**
 * Somebody as they would be had the merge not been: as they were, and then everything that has happened to them alone. A no
 * that either has said meanwhile was said by a human being, and counts for both.
 */
export function withoutMerge(
  before: Person,
  own: readonly LoggedFact[],
  theirs: readonly LoggedFact[],
  since: Instant,
  judging: Judging,
): Person {
  const facts = [...own, ...theirs.filter(({ fact }) => isRefusal(fact)).map(forBoth)]
    .filter(({ at }) => at >= since)
    .toSorted((one, next) => one.at - next.at);
  return facts.reduce((person, { at, fact }) => react({ person, fact, judging, now: at }).person, before);
}

/**
 * The lines of the proof for a no that the other of two said while they were one, and that took back what this one rests on: it
 * stood under the other's id alone.
 */
export function sharedRefusals(person: Person, theirs: readonly LoggedFact[]): readonly ConsentEvent[] {
  return theirs
    .filter(({ fact }) => isRefusal(fact))
    .map((logged) => forBoth(logged).fact)
    .filter(({ id }) => person.consent.marketing?.withdrawnBy === id)
    .flatMap((fact) =>
      consentEventsOf(person, fact, { fact: fact.id, at: fact.at, consent: [{ purpose: "marketing", act: "withdrawn" }] }),
    );
}

function isRefusal(fact: Fact): boolean {
  return fact.kind === "unsubscribe" || fact.kind === "complaint";
}

function forBoth(logged: LoggedFact): LoggedFact {
  return { ...logged, fact: { ...logged.fact, id: `${logged.fact.id}#both` } };
}

/** The person who was merged away, free again. */
export function setFree(person: Person): Person {
  const { mergedInto: _, ...free } = person;
  return free;
}

/** The person who is merged away: asked for, they mean the one who stays. Nothing else of them changes. */
export function mergedAway(other: Person, kept: PersonId, merge: MergeId, at: Instant): Person {
  return { ...other, rev: other.rev + 1, mergedInto: { id: kept, merge, at } };
}
