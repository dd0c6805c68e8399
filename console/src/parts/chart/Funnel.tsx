import { fewest } from "#core/insight/rate.ts";
import { useText } from "../../i18n/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";

/** How many come how far: each step, and which share of the one before it came on, where they are enough to tell. */
export function Funnel(props: {
  readonly title: string;
  readonly lead?: string;
  readonly steps: readonly { readonly label: string; readonly value: number }[];
}) {
  const { t, locale } = useText();
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const largest = Math.max(1, ...props.steps.map((step) => step.value));
  const kept = props.steps.map((step, place) => {
    const before = props.steps[place - 1]?.value;
    // Of so few, one more would be told as a great change; and who came to a stage in a period may have been at the one before already.
    return before === undefined || before < fewest || step.value > before ? undefined : share.format(step.value / before);
  });
  return (
    <ChartFrame
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      table={{
        heads: [t("chart.step"), t("chart.people"), t("chart.cameOn")],
        rows: props.steps.map((step, place) => [step.label, count.format(step.value), kept[place] ?? "–"]),
        raw: props.steps.map((step, place) => [step.label, step.value, kept[place] ?? ""]),
      }}
    >
      <div className="funnel" aria-hidden="true">
        {props.steps.map((step, place) => (
          <div key={step.label} className="funnel-step">
            <span className="clip small">{step.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect
                x={50 - (50 * step.value) / largest}
                width={(100 * step.value) / largest}
                height="10"
                rx="1"
                fill="var(--fit)"
                opacity={1 - place * 0.1}
              />
            </svg>
            <span className="small figures">
              <strong>{count.format(step.value)}</strong>
              {kept[place] === undefined ? null : <span className="quiet"> · {kept[place]}</span>}
            </span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
