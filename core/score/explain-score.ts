import type { Instant } from "#core/time/instant.ts";
import { valueAt } from "./decay.ts";
import { type ScoreAt, scoreAt } from "./score-at.ts";
import type { Score } from "./score.ts";
import type { Scoring } from "./scoring.ts";

/** One reason for a score: the rule, its words, and what it is worth now. */
export interface ScoreReason {
  readonly rule: string;
  readonly axis: "fit" | "engagement" | "penalty";
  readonly text: { readonly en: string; readonly fr: string };
  readonly points: number;
  readonly count?: number;
  readonly lastAt?: Instant;
}

export interface ExplainedScore extends ScoreAt {
  readonly reasons: readonly ScoreReason[];
}

/** A score taken apart: its reasons sum to its fit, engagement and penalty, the weightiest first. A rule that is no longer published keeps its id as its text. */
export function explainScore(score: Score, scoring: Scoring, now: Instant): ExplainedScore {
  const texts = new Map([...scoring.fit, ...scoring.engagement].map((rule) => [rule.id, rule.text]));
  const text = (rule: string): ScoreReason["text"] => texts.get(rule) ?? { en: rule, fr: rule };
  const reasons: ScoreReason[] = [
    ...Object.entries(score.fit).map(([rule, points]): ScoreReason => ({ rule, axis: "fit", text: text(rule), points })),
    ...Object.entries(score.engagement).map(
      ([rule, { log2, count, lastAt }]): ScoreReason => ({
        rule,
        axis: "engagement",
        text: text(rule),
        points: valueAt(log2, now, scoring.halfLife),
        count,
        lastAt,
      }),
    ),
    ...Object.entries(score.penalties).map(([rule, points]): ScoreReason => ({ rule, axis: "penalty", text: text(rule), points })),
  ];
  return { ...scoreAt(score, scoring.halfLife, now), reasons: reasons.sort((one, other) => Math.abs(other.points) - Math.abs(one.points)) };
}
