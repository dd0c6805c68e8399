import type { PersonSummary } from "#contract/api.ts";
import { points } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** The width of the bar, in points: more than this is simply full. */
const full = 150;

/** A score, and how much of it is fit and how much engagement. What is taken off is taken off the bar's end. */
export function ScoreBar({ score, large = false }: { readonly score: PersonSummary["score"]; readonly large?: boolean }) {
  const { t, locale } = useText();
  const total = Math.min(full, Math.max(0, score.total));
  const fit = Math.min(total, Math.max(0, score.fit));
  const engagement = Math.min(total - fit, Math.max(0, score.engagement));
  const detail = t("score.detail", {
    fit: points(score.fit, locale),
    engagement: points(score.engagement, locale),
    penalty: points(score.penalty, locale),
  });
  return (
    <span className={large ? "score large figures" : "score figures"} title={detail}>
      <span className="strong">{points(score.total, locale)}</span>
      <svg className="meter" viewBox={`0 0 ${full} 4`} preserveAspectRatio="none" role="img" aria-label={detail}>
        <rect width={full} height="4" fill="var(--sunk)" />
        <rect width={fit} height="4" fill="var(--fit)" />
        <rect x={fit} width={engagement} height="4" fill="var(--engagement)" />
      </svg>
    </span>
  );
}

/** Which colour is which. */
export function ScoreLegend() {
  const { t } = useText();
  return (
    <p className="legend">
      {(["fit", "engagement"] as const).map((axis) => (
        <span key={axis}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="3" fill={`var(--${axis})`} />
          </svg>
          {t(`score.${axis}`)}
        </span>
      ))}
    </p>
  );
}
