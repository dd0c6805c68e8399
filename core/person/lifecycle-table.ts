import type { Facts } from "#core/condition/facts.ts";
import type { Lifecycle } from "./lifecycle.ts";

/** How strongly somebody shows interest. */
export type Interest = "weak" | "real" | "high";

/** What sets the lifecycle apart. */
export interface LifecycleCriteria {
  readonly hasBought: boolean;
  readonly needsKnown: boolean;
  readonly interest: Interest;
  readonly processBegun: boolean;
}

/** The table of the design, row by row: what each lifecycle means. Code and tests follow it. */
export const lifecycleTable: Readonly<Record<Lifecycle, LifecycleCriteria>> = {
  contact: { hasBought: false, needsKnown: false, interest: "weak", processBegun: false },
  prospect: { hasBought: false, needsKnown: true, interest: "real", processBegun: true },
  client: { hasBought: true, needsKnown: true, interest: "high", processBegun: true },
};

/** The lifecycle somebody's criteria make them: a client has bought; a prospect meets every criterion of theirs; all others are contacts. */
export function lifecycleOf(criteria: LifecycleCriteria): Lifecycle {
  if (criteria.hasBought) return "client";
  const { prospect } = lifecycleTable;
  const interested = criteria.interest === prospect.interest || criteria.interest === lifecycleTable.client.interest;
  return criteria.needsKnown === prospect.needsKnown && interested && criteria.processBegun === prospect.processBegun
    ? "prospect"
    : "contact";
}

/** The criteria as the facts and the file's two thresholds of interest give them. */
export function criteriaOf(facts: Facts, interest: { readonly real: number; readonly high: number }): LifecycleCriteria {
  const need = facts.qualification["needFit"];
  return {
    hasBought: facts.bought,
    needsKnown: need === "fair" || need === "strong",
    interest: facts.score.engagement >= interest.high ? "high" : facts.score.engagement >= interest.real ? "real" : "weak",
    processBegun: facts.stage !== "awareness" && facts.stage !== "lost",
  };
}
