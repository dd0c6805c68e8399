import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { type ConditionScope, celEnvironment, ownFields } from "./cel.ts";
import type { Condition } from "./condition.ts";

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
  const result = celEnvironment(declarations, scope).check(text);
  if (result.valid && result.type === "bool") return { kind: "ok", condition: text };
  if (result.valid) {
    return {
      kind: "problem",
      problem: `the condition is a ${result.type}, neither true nor false`,
      remedy: 'compare it with something, as in `person.role == "decides"`',
    };
  }
  const message = summaryOf(result.error);
  return { kind: "problem", problem: message, remedy: remedyFor(message, declarations), ...placeOf(text, result.error?.range?.start) };
}

function summaryOf(error: { readonly summary?: string; readonly message: string } | undefined): string {
  return error?.summary ?? error?.message.split("\n")[0] ?? "the condition cannot be read";
}

function placeOf(text: string, start: number | undefined): { readonly line?: number; readonly column?: number } {
  if (start === undefined) return {};
  const before = text.slice(0, start).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function remedyFor(message: string, declarations: Readonly<Record<string, AttributeDeclaration>>): string {
  const unknown = /No such key: (\S+)/.exec(message)?.[1];
  if (unknown !== undefined) {
    const names = [...Object.keys(declarations), ...Object.keys(ownFields)];
    const near = nearest(unknown, names);
    return near === undefined ? `declare it in person.yaml, or use one of: ${names.join(", ")}` : `did you mean ${near}?`;
  }
  if (message.startsWith("Unknown variable")) return "conditions know person, score, qualification, consent, lifecycle, stage and bought";
  if (message.includes("no such overload")) return "compare a text with a text in quotes, a number with a number";
  return "see the examples in scoring.yaml; texts stand in double quotes, `&&` is and, `||` is or";
}

/** The name that fewest single-letter changes lead to, if they are few (Levenshtein, 1966). */
function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
