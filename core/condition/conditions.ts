import type { Environment } from "@marcbachmann/cel-js";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { celEnvironment, type ConditionScope } from "./cel.ts";
import { compileClosure } from "./compile-closure.ts";
import type { Condition } from "./condition.ts";
import type { Facts } from "./facts.ts";

/** Published conditions, compiled once each and kept for as long as this lives. */
export interface Conditions {
  /** Whether it holds for these facts. Never throws: what cannot be evaluated does not hold. */
  holds(condition: Condition, facts: Facts): boolean;
}

type Program = (facts: Facts) => boolean;

export function createConditions(declarations: Readonly<Record<string, AttributeDeclaration>>): Conditions {
  const programs = new Map<Condition, Program>();
  const environments = new Map<ConditionScope, Environment>();
  const environment = (scope: ConditionScope): Environment => {
    let known = environments.get(scope);
    if (known === undefined) environments.set(scope, (known = celEnvironment(declarations, scope)));
    return known;
  };
  return {
    holds: (condition, facts) => {
      let program = programs.get(condition);
      if (program === undefined) programs.set(condition, (program = compile(condition, environment)));
      return program(facts);
    },
  };
}

function compile(condition: Condition, environment: (scope: ConditionScope) => Environment): Program {
  for (const scope of ["person", "run", "event"] as const) {
    try {
      const parsed = environment(scope).parse(condition);
      if (!parsed.check().valid) continue;
      return compileClosure(parsed.ast) ?? ((facts) => evaluate(() => parsed(contextOf(facts, scope))));
    } catch {
      // Published conditions parse; one from another version that does not is one that does not hold.
    }
  }
  return () => false;
}

function contextOf(facts: Facts, scope: ConditionScope): Record<string, unknown> {
  const { event, run, ...always } = facts;
  if (scope === "event") return { ...always, event };
  return scope === "run" ? { ...always, run } : always;
}

function evaluate(run: () => unknown): boolean {
  try {
    return run() === true;
  } catch {
    return false;
  }
}
