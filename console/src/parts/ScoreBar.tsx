import type { PersonSummary } from "#contract/api.ts";
import { points } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** The width of the bar, in points: more than this is simply full. */
const full = 150;

/** A score, and how much of it is fit and how much engagement. */
export function ScoreBar({ score }: { readonly score: PersonSummary["score"] }) {
  const { t, language } = useText();
  const fit = Math.min(full, Math.max(0, score.fit + score.penalty));
  const engagement = Math.min(full - fit, Math.max(0, score.engagement));
  const detail = t("score.detail", {
    fit: points(score.fit, language),
    engagement: points(score.engagement, language),
    penalty: points(score.penalty, language),
  });
  return (
    <span title={detail}>
      <strong>{points(score.total, language)}</strong>
      <span className="meter" role="img" aria-label={detail}>
        <svg viewBox={`0 0 ${full} 4`} preserveAspectRatio="none" aria-hidden="true">
          <rect width={fit} height="4" fill="var(--fit)" />
          <rect x={fit} width={engagement} height="4" fill="var(--engagement)" />
        </svg>
      </span>
    </span>
  );
}
