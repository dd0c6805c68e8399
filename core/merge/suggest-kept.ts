import type { Person } from "#core/person/person.ts";
import { totalLog2 } from "#core/score/decay.ts";

/** Which of two people should stay: who has bought more often, then who has done more, then who was known first. */
export function suggestKept(one: Person, other: Person): "one" | "other" {
  const bought = (one.purchases?.count ?? 0) - (other.purchases?.count ?? 0);
  if (bought !== 0) return bought > 0 ? "one" : "other";
  const engaged =
    (totalLog2(one.score.engagement) ?? Number.NEGATIVE_INFINITY) - (totalLog2(other.score.engagement) ?? Number.NEGATIVE_INFINITY);
  if (!Number.isNaN(engaged) && engaged !== 0) return engaged > 0 ? "one" : "other";
  return one.createdAt <= other.createdAt ? "one" : "other";
}
