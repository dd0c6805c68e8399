import type { RateView } from "#contract/insights.ts";
import { useText } from "../../i18n/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";

/**
 * Shares side by side, each with the range the true one lies in (95 %, Wilson). What is of too few to tell says so instead of
 * showing a bar that the next person would double.
 */
export function Rates(props: {
  readonly title: string;
  readonly lead?: string;
  readonly of: string;
  readonly rows: readonly { readonly label: string; readonly rate: RateView }[];
}) {
  const { t, locale } = useText();
  const count = new Intl.NumberFormat(locale);
  const percent = (share: number): string =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
  const told = props.rows.filter(({ rate }) => !rate.tooFew);
  const widest = Math.max(0.01, ...told.map(({ rate }) => rate.high));
  const along = (share: number): number => (100 * share) / widest;
  return (
    <ChartFrame
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      table={{
        heads: [props.of, t("chart.count"), t("chart.of"), t("chart.share"), t("chart.range")],
        rows: props.rows.map(({ label, rate }) => [
          label,
          count.format(rate.count),
          count.format(rate.of),
          rate.share === null ? "–" : rate.tooFew ? t("chart.tooFew") : percent(rate.share),
          rate.share === null ? "–" : t("chart.between", { low: percent(rate.low), high: percent(rate.high) }),
        ]),
        raw: props.rows.map(({ label, rate }) => [label, rate.count, rate.of, rate.share ?? "", `${rate.low}–${rate.high}`]),
      }}
    >
      <div className="bars rates" aria-hidden="true">
        {props.rows.map(({ label, rate }, place) => (
          <div key={`${label}${place}`} className="bar">
            <span className="clip small">{label}</span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none">
              <rect y="2" width="100" height="8" rx="1" fill="var(--sunk)" />
              {rate.tooFew || rate.share === null ? null : (
                <>
                  <rect y="2" width={along(rate.share)} height="8" rx="1" fill="var(--fit)" />
                  <rect y="5" x={along(rate.low)} width={along(rate.high - rate.low)} height="2" fill="var(--ink)" />
                </>
              )}
            </svg>
            <span className="small figures">
              {rate.tooFew || rate.share === null ? (
                <span className="quiet">{t("chart.tooFewOf", { count: count.format(rate.count), of: count.format(rate.of) })}</span>
              ) : (
                <>
                  <strong>{percent(rate.share)}</strong>{" "}
                  <span className="quiet">{t("chart.between", { low: percent(rate.low), high: percent(rate.high) })}</span>
                </>
              )}
            </span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
