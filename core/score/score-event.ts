import type { Conditions } from "#core/condition/conditions.ts";
import type { EventFacts, Facts } from "#core/condition/facts.ts";
import type { Instant } from "#core/time/instant.ts";
import { add } from "./decay.ts";
import type { Score } from "./score.ts";
import type { Scoring } from "./scoring.ts";

/**
 * The score after an event: each engagement rule it meets earns its points at the instant of the event, or takes them for
 * good where they are negative. Suspected machines never get here.
 */
export function scoreEvent(before: Score, event: EventFacts, facts: Facts, at: Instant, scoring: Scoring, conditions: Conditions): Score {
  let { engagement, penalties } = before;
  for (const rule of scoring.engagement) {
    if (rule.on !== event.type || (rule.when !== undefined && !conditions.holds(rule.when, facts))) continue;
    if (rule.points > 0) engagement = { ...engagement, [rule.id]: add(own(engagement, rule.id), rule.points, at, scoring.halfLife) };
    else penalties = { ...penalties, [rule.id]: (own(penalties, rule.id) ?? 0) + rule.points };
  }
  return { ...before, engagement, penalties };
}

/** What stands under a rule's id, which might be `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
