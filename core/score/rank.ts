import type { Instant } from "#core/time/instant.ts";
import { engagementHalfLife, epoch, totalLog2, valueAt } from "./decay.ts";
import { scoreAt } from "./score-at.ts";
import type { Score } from "./score.ts";

/** Adding this to a logarithm keeps it positive, and its text of one length, for any points in any year we shall see. */
const offset = 4_096;
/** The most fit and penalties together that the ranking tells apart, in hundredths of points, above and below zero. */
const mostSteady = 99_999;
/** Engagement nobody notices, in points: what a click is worth after thirty half-lives or so. */
const nothing = 1e-9;
/** A list's highest engagement is kept to a quarter of an octave, rounded up: a crowd that grows warmer moves it a few times a year. */
const partsOfAnOctave = 4;

/** Where a person stands in the ranking index: which list by fit, and where in it by engagement. */
export interface Rank {
  /** Fit and penalties together, in hundredths of points: everybody of one list has the same. */
  readonly step: number;
  /** Sorts as engagement does, at every instant. */
  readonly key: string;
}

export function rankOf(score: Score): Rank {
  const steady = [...Object.values(score.fit), ...Object.values(score.penalties)].reduce((sum, points) => sum + points, 0);
  const step = Math.min(mostSteady, Math.max(-mostSteady, Math.round(steady * 100)));
  const log2 = totalLog2(score.engagement);
  return { step, key: log2 === undefined ? "0".repeat(12) : (log2 + offset).toFixed(7).padStart(12, "0") };
}

/** What a person of this rank scores at an instant, told by the rank alone; where it is below zero, how far. */
export function rankedTotal({ step, key }: Rank, now: Instant): number {
  return step / 100 + engagementOf(Number(key), now);
}

/** The head of a list: no engagement in it sorts above. A number that is stored, and never falls. */
export function headOf({ key }: Rank): number {
  return Math.ceil(Number(key) * partsOfAnOctave) / partsOfAnOctave;
}

/** The most that anybody of a list with this head can score at an instant. */
export function mostOf(step: number, head: number, now: Instant): number {
  return step / 100 + engagementOf(head, now);
}

/** The key of so much engagement at an instant, rounded up: whoever has no more sorts at or before it. */
export function highestKey(engagement: number, now: Instant): string {
  const log2 = Math.log2(Math.max(engagement, nothing)) + (now - epoch) / engagementHalfLife;
  return `${(log2 + offset + 1e-6).toFixed(7).padStart(12, "0")}~`;
}

/** Points by which people are ranked. */
export function totalAt(score: Score, now: Instant): number {
  return scoreAt(score, engagementHalfLife, now).total;
}

function engagementOf(key: number, now: Instant): number {
  return key <= 0 ? 0 : valueAt(key - offset, now, engagementHalfLife);
}
