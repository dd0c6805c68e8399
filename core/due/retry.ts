import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import { day, type Instant, second } from "#core/time/instant.ts";

/** Tries before something is parked for a person to look at. */
export const mostTries = 8;

const firstPause = 15 * second;
const longestPause = day;

export type AfterFailure = { readonly kind: "retry"; readonly at: Instant } | { readonly kind: "park"; readonly because: Because };

/**
 * What follows a failed try: a later one, each pause four times as long as the last, or parking. `random` (0 to 1) spreads
 * what failed together over the second half of the pause. Eight tries span about a day.
 */
export function afterFailure(input: {
  readonly attempts: number;
  readonly now: Instant;
  readonly problem: string;
  readonly random: number;
}): AfterFailure {
  const tries = input.attempts + 1;
  if (tries >= mostTries) return { kind: "park", because: because("gave-up", { tries, problem: input.problem.slice(0, 300) }) };
  const pause = Math.min(firstPause * 4 ** input.attempts, longestPause);
  return { kind: "retry", at: input.now + Math.round(pause * (0.5 + input.random / 2)) };
}
