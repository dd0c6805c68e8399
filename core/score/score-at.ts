import type { Instant } from "#core/time/instant.ts";
import { totalLog2, valueAt } from "./decay.ts";
import type { Score } from "./score.ts";

/** A score in points at one instant. The total is never below zero. */
export interface ScoreAt {
  readonly fit: number;
  readonly engagement: number;
  readonly penalty: number;
  readonly total: number;
}

export function scoreAt(score: Score, halfLife: number, now: Instant): ScoreAt {
  const log2 = totalLog2(score.engagement);
  const fit = sum(score.fit);
  const penalty = sum(score.penalties);
  const engagement = log2 === undefined ? 0 : valueAt(log2, now, halfLife);
  return { fit, engagement, penalty, total: Math.max(0, fit + engagement + penalty) };
}

function sum(points: Readonly<Record<string, number>>): number {
  let total = 0;
  for (const rule in points) total += points[rule] ?? 0;
  return total;
}
