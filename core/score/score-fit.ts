import type { Conditions } from "#core/condition/conditions.ts";
import type { Facts } from "#core/condition/facts.ts";
import type { Scoring } from "./scoring.ts";

/** The fit rules that hold for these facts, with their points. Fit is judged anew each time and does not decay. */
export function scoreFit(facts: Facts, scoring: Scoring, conditions: Conditions): Record<string, number> {
  const points: Record<string, number> = {};
  for (const rule of scoring.fit) {
    if (conditions.holds(rule.when, facts)) points[rule.id] = rule.points;
  }
  return points;
}
