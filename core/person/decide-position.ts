import type { Conditions } from "#core/condition/conditions.ts";
import type { Facts } from "#core/condition/facts.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { LifecycleRules, StageRule } from "./lifecycle-rules.ts";
import { criteriaOf, lifecycleOf } from "./lifecycle-table.ts";
import type { Person, Reason } from "./person.ts";
import type { Stage } from "./stage.ts";

/** Only what changes is there. */
export interface Position {
  readonly lifecycle?: { readonly to: Lifecycle; readonly because: Reason };
  readonly stage?: { readonly to: Stage; readonly because: Reason };
}

/**
 * Where a person stands now: the stage by the first rule that holds, both ways; `won` by a purchase; `lost` only by hand.
 * Then the lifecycle by the design's table. A client stays one.
 */
export function decidePosition(input: {
  readonly person: Person;
  readonly facts: Facts;
  readonly rules: LifecycleRules;
  readonly conditions: Conditions;
}): Position {
  const stage = decideStage(input);
  const facts = stage === undefined ? input.facts : { ...input.facts, stage: stage.to };
  const lifecycle = decideLifecycle(input.person.lifecycle.value, facts, input.rules);
  return { ...(lifecycle === undefined ? {} : { lifecycle }), ...(stage === undefined ? {} : { stage }) };
}

function decideStage({ person, facts, rules, conditions }: Parameters<typeof decidePosition>[0]): Position["stage"] {
  const now = person.stage.value;
  if (facts.bought) return now === "won" ? undefined : { to: "won", because: { rule: "purchase", text: rules.texts.client } };
  if (now === "lost" || now === "won") return undefined;
  const rule = rules.stages.find((candidate) => leads(candidate, now, facts) && conditions.holds(candidate.when, facts));
  return rule === undefined || rule.to === now ? undefined : { to: rule.to, because: { rule: rule.id, text: rule.text } };
}

function leads(rule: StageRule, now: Stage, facts: Facts): boolean {
  if (rule.from !== undefined && !rule.from.includes(now)) return false;
  if (rule.engagementAtLeast !== undefined && facts.score.engagement < rule.engagementAtLeast) return false;
  return rule.engagementBelow === undefined || facts.score.engagement < rule.engagementBelow;
}

function decideLifecycle(now: Lifecycle, facts: Facts, rules: LifecycleRules): Position["lifecycle"] {
  if (now === "client") return undefined;
  const to = lifecycleOf(criteriaOf(facts, rules.interest));
  if (to === now || (now === "prospect" && to === "contact" && !rules.prospectsCool)) return undefined;
  return { to, because: { rule: `lifecycle-${to}`, text: rules.texts[to] } };
}
