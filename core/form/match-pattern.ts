import type { PatternStep } from "./parse-pattern.ts";

/** Longer values match no pattern: a pattern is for a code or a number, not for a letter. */
const longestValue = 1_000;

/** Whether the whole of a value is as the pattern says. All ways through the pattern are gone at once, so no value takes long. */
export function matchesPattern(steps: readonly PatternStep[], value: string): boolean {
  if (value.length > longestValue) return false;
  let at = reached(steps, [0]);
  for (const character of value) {
    const next: number[] = [];
    for (const index of at) {
      const step = steps[index];
      if (step?.op === "one" && step.test(character)) next.push(index + 1);
    }
    if (next.length === 0) return false;
    at = reached(steps, next);
  }
  return [...at].some((index) => steps[index]?.op === "end");
}

/** The steps that stand at a character or at the end, when one begins at these. */
function reached(steps: readonly PatternStep[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const step = steps[index];
    if (step?.op === "fork") open.push(...step.to);
  }
  return seen;
}
