import type { Conditions } from "#core/condition/conditions.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { LifecycleRules } from "#core/person/lifecycle-rules.ts";
import type { Scoring } from "#core/score/scoring.ts";

/** Everything a judgement of a person rests on: the rules in force and their compiled conditions. */
export interface Judging {
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly scoring: Scoring;
  readonly scoringVersion: number;
  readonly lifecycle: LifecycleRules;
  readonly conditions: Conditions;
}
