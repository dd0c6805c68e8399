import { day, type Instant } from "#core/time/instant.ts";
import type { Accumulator } from "./score.ts";

/** What decaying sums are normalised to: 2020-01-01T00:00:00Z. It is part of the stored shape and never changes. */
export const epoch: Instant = 1_577_836_800_000;

/**
 * How long engagement takes to lose half its worth, in milliseconds: 90 days ranked people best of what was tried. One for
 * all, because a change would need every stored logarithm to be written anew.
 */
export const engagementHalfLife = 90 * day;

/** Adds points earned at an instant to a decaying sum. Order does not matter: late news is worth what it has decayed to. */
export function add(before: Accumulator | undefined, points: number, at: Instant, halfLife: number): Accumulator {
  const log2 = Math.log2(points) + (at - epoch) / halfLife;
  if (before === undefined) return { log2, count: 1, lastAt: at };
  return { log2: addLog2(before.log2, log2), count: before.count + 1, lastAt: Math.max(before.lastAt, at) };
}

/** Two decaying sums as one. */
export function together(one: Accumulator, other: Accumulator): Accumulator {
  return { log2: addLog2(one.log2, other.log2), count: one.count + other.count, lastAt: Math.max(one.lastAt, other.lastAt) };
}

/** log2(2^one + 2^other) without leaving the range of doubles. */
function addLog2(one: number, other: number): number {
  const [high, low] = one >= other ? [one, other] : [other, one];
  return high + Math.log2(1 + 2 ** (low - high));
}

/** What a normalised logarithm is worth at an instant, in points. */
export function valueAt(log2: number, at: Instant, halfLife: number): number {
  return 2 ** (log2 - (at - epoch) / halfLife);
}

/** The logarithm of the sum of all accumulators, undefined for none. Its order between people never changes with time. */
export function totalLog2(engagement: Readonly<Record<string, Accumulator>>): number | undefined {
  let total: number | undefined;
  for (const rule in engagement) {
    const accumulator = engagement[rule];
    if (accumulator !== undefined) total = total === undefined ? accumulator.log2 : addLog2(total, accumulator.log2);
  }
  return total;
}

/** The first millisecond at which the sum is worth less than the threshold, a positive number of points: closed form, settled to the millisecond. */
export function crossingBelow(log2: number, threshold: number, halfLife: number): Instant {
  let at = Math.ceil(epoch + halfLife * (log2 - Math.log2(threshold)));
  while (valueAt(log2, at, halfLife) >= threshold) at++;
  while (valueAt(log2, at - 1, halfLife) < threshold) at--;
  return at;
}
