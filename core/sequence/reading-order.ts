import type { Sequence, Step } from "./sequence.ts";

/** Where a step leads, the arm for “yes” first. */
export function followersOf(step: Step): readonly string[] {
  const next = step.kind === "exit" ? [] : step.kind === "branch" ? [step.yes, step.no] : [step.next];
  return next.filter((id) => id !== undefined);
}

/**
 * A sequence's steps as they are read: each before what follows it, the arm for “yes” before the one for “no”, and where
 * both arms meet again after both (reverse postorder of a depth-first walk). Steps that nothing leads to come last.
 */
export function readingOrder({ first, steps }: Pick<Sequence, "first" | "steps">): readonly string[] {
  const seen = new Set<string>();
  const left: string[] = [];
  const walk = (id: string): void => {
    const step = steps[id];
    if (seen.has(id) || step === undefined) return;
    seen.add(id);
    for (const follower of followersOf(step).toReversed()) walk(follower);
    left.push(id);
  };
  walk(first);
  return [...left.reverse(), ...Object.keys(steps).filter((id) => !seen.has(id))];
}
