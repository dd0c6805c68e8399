import { crossingBelow, totalLog2, valueAt } from "#core/score/decay.ts";
import type { Scoring } from "#core/score/scoring.ts";
import type { Instant } from "#core/time/instant.ts";
import type { LifecycleRules } from "./lifecycle-rules.ts";
import type { Person } from "./person.ts";

/**
 * When the person's engagement will next have cooled below a threshold some rule asks about: the one instant at which
 * time alone can move them. Undefined where no threshold lies below what they have, or they have bought.
 */
export function nextReview(person: Person, scoring: Scoring, rules: LifecycleRules, now: Instant): Instant | undefined {
  if (person.purchases !== undefined || person.stage.value === "lost") return undefined;
  const log2 = totalLog2(person.score.engagement);
  if (log2 === undefined) return undefined;
  const engagement = valueAt(log2, now, scoring.halfLife);
  const below = thresholdsOf(person, rules).filter((threshold) => threshold <= engagement);
  return below.length === 0 ? undefined : Math.max(crossingBelow(log2, Math.max(...below), scoring.halfLife), now + 1);
}

function thresholdsOf(person: Person, rules: LifecycleRules): readonly number[] {
  const stage = person.stage.value;
  return [
    ...(rules.prospectsCool && person.lifecycle.value === "prospect" ? [rules.interest.real] : []),
    ...rules.stages
      .filter((rule) => rule.from === undefined || rule.from.includes(stage))
      .flatMap((rule) => [rule.engagementAtLeast, rule.engagementBelow].filter((threshold) => threshold !== undefined)),
  ];
}
