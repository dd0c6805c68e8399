import type { Instant } from "#core/time/instant.ts";
import { engagementHalfLife, epoch, totalLog2, valueAt } from "./decay.ts";
import { scoreAt } from "./score-at.ts";
import type { Score } from "./score.ts";

/** How many points of fit and penalty one ranking list spans, and how many lists there are. */
export const fitStep = 10;
export const fitSteps = 16;

/** Adding this to a logarithm keeps it positive, and its text of one length, for any points in any year we shall see. */
const offset = 4_096;

/** Where a person stands in the ranking index: which list by fit, and where in it by engagement. */
export interface Rank {
  /** 0 to 15: fit and penalties together, in tens of points. Within a list they differ by less than ten points. */
  readonly step: number;
  /** Sorts as engagement does, at every instant. */
  readonly key: string;
}

export function rankOf(score: Score): Rank {
  const steady =
    Object.values(score.fit).reduce((sum, points) => sum + points, 0) +
    Object.values(score.penalties).reduce((sum, points) => sum + points, 0);
  const step = Math.min(fitSteps - 1, Math.max(0, Math.floor(steady / fitStep)));
  const log2 = totalLog2(score.engagement);
  return { step, key: log2 === undefined ? "0".repeat(12) : (log2 + offset).toFixed(7).padStart(12, "0") };
}

/** The most a person of this rank can score at an instant: what lets the ranking stop reading early. */
export function mostAt(rank: Rank, now: Instant): number {
  const steady = rank.step === fitSteps - 1 ? Number.POSITIVE_INFINITY : (rank.step + 1) * fitStep;
  return steady + engagementOfKey(rank.key, now);
}

function engagementOfKey(key: string, now: Instant): number {
  const log2 = Number(key) - offset;
  // The key was rounded to its last digit; a bound must not be less than what it bounds.
  return log2 <= -offset ? 0 : valueAt(log2 + 1e-7, now, engagementHalfLife);
}

/** The least that fit and penalties come to in a list; the lowest holds everything below ten too. */
export function lowestSteady(step: number): number {
  return step === 0 ? Number.NEGATIVE_INFINITY : step * fitStep;
}

/** Engagement nobody notices, in points: what a click is worth after thirty half-lives or so. */
const nothing = 1e-9;

/** The key of so much engagement at an instant, rounded up: whoever has no more sorts at or before it. */
export function highestKey(engagement: number, now: Instant): string {
  if (engagement === Number.POSITIVE_INFINITY) return "9".repeat(12);
  const log2 = Math.log2(Math.max(engagement, nothing)) + (now - epoch) / engagementHalfLife;
  return `${(log2 + offset + 1e-6).toFixed(7).padStart(12, "0")}~`;
}

/** Points by which people are ranked. */
export function totalAt(score: Score, now: Instant): number {
  return scoreAt(score, engagementHalfLife, now).total;
}
