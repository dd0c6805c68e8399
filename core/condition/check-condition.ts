import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { type ConditionScope, celEnvironment, plainVariables, schemasOf } from "./cel.ts";
import type { Condition } from "./condition.ts";
import { nearestName } from "./nearest-name.ts";
import { refusalOf } from "./refusals.ts";

export type CheckedCondition =
  | { readonly kind: "ok"; readonly condition: Condition }
  | { readonly kind: "problem"; readonly problem: string; readonly remedy: string; readonly line?: number; readonly column?: number };

/** Longest condition, in characters: past this nobody can read it either. */
const longest = 2_000;

/**
 * Checks a condition against the person's schema before it may be published: it must parse, name only what exists, compare
 * like with like, and be true or false.
 */
export function checkCondition(
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  scope: ConditionScope,
): CheckedCondition {
  if (text.length > longest)
    return { kind: "problem", problem: `the condition has ${text.length} characters`, remedy: `keep it under ${longest}` };
  const environment = celEnvironment(declarations, scope);
  const result = environment.check(text);
  if (!result.valid) {
    const start = result.error?.range?.start ?? 0;
    const problem = result.error?.summary ?? "the condition cannot be read";
    return {
      kind: "problem",
      problem,
      remedy: remedyFor(problem, text.slice(0, start), schemasOf(declarations, scope)),
      ...placeOf(text, start),
    };
  }
  if (result.type !== "bool") {
    return {
      kind: "problem",
      problem: `the condition is a ${result.type}, neither true nor false`,
      remedy: 'compare it with something, as in `person.role == "decides"`',
    };
  }
  const refusal = refusalOf(environment.parse(text).ast);
  if (refusal === undefined) return { kind: "ok", condition: text };
  return { kind: "problem", problem: refusal.problem, remedy: refusal.remedy, ...placeOf(text, refusal.start) };
}

function placeOf(text: string, start: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, start).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What would mend it, told from what the type checker said and from what stands before the place it points at. */
function remedyFor(problem: string, before: string, schemas: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const field = /No such key: (\S+)/.exec(problem)?.[1];
  if (field !== undefined) return remedyForField(field, /(\w+)\s*\.\s*$/.exec(before)?.[1] ?? "person", schemas);
  const variable = /Unknown variable: (\S+)/.exec(problem)?.[1];
  if (variable !== undefined) {
    const names = [...Object.keys(schemas), ...Object.keys(plainVariables)];
    const near = nearestName(variable, names);
    return near === undefined ? `conditions know ${names.join(", ")} here; texts stand in double quotes` : `did you mean ${near}?`;
  }
  if (/double [!=]= int|int [!=]= double/.test(problem)) return "write the number with a decimal point, as 5.0";
  if (problem.includes("no such overload")) return "compare a text with a text in quotes, a number with a number";
  return "see the examples in scoring.yaml; texts stand in double quotes, `&&` is and, `||` is or";
}

function remedyForField(field: string, of: string, schemas: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const names = Object.keys(schemas[of] ?? {});
  const near = nearestName(field, names);
  if (near !== undefined) return `did you mean ${near}?`;
  return of === "person" ? `declare it in person.yaml, or use one of: ${names.join(", ")}` : `use one of: ${names.join(", ")}`;
}
