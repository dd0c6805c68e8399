import type { PersonId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";

/** The fact that a score has had the time to cool: nothing happened, and that may change where someone stands. */
export function reviewFact(personId: PersonId, at: Instant): Extract<Fact, { kind: "review" }> {
  return { kind: "review", id: `review#${personId}#${at}`, at };
}
