import type { Conditions } from "#core/condition/conditions.ts";
import type { Facts } from "#core/condition/facts.ts";
import type { Scoring } from "#core/score/scoring.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Person } from "./person.ts";
import { levels, type Qualification } from "./qualification.ts";

/**
 * What the rules find for each criterion: of those that hold, the one most sure of itself, then the highest level. What a
 * person found (`from` begins with `hand:`, as no rule's id can) is not overruled by a rule that is less sure.
 */
export function qualify(person: Person, facts: Facts, scoring: Scoring, conditions: Conditions, now: Instant): Qualification {
  const found: Qualification = {};
  for (const [criterion, finding] of Object.entries(person.qualification)) {
    if (finding.from.startsWith("hand:")) Object.assign(found, { [criterion]: finding });
  }
  for (const rule of scoring.qualification) {
    if (!conditions.holds(rule.when, facts)) continue;
    const before = found[rule.criterion];
    if (before !== undefined && !stronger(rule, before)) continue;
    const known = person.qualification[rule.criterion];
    const at = known?.from === rule.id && known.level === rule.level ? known.at : now;
    found[rule.criterion] = { level: rule.level, from: rule.id, confidence: rule.confidence, at };
  }
  return found;
}

type Weighed = Pick<NonNullable<Qualification["budget"]>, "level" | "confidence">;

function stronger(one: Weighed, other: Weighed): boolean {
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  return levels.indexOf(one.level) > levels.indexOf(other.level);
}
