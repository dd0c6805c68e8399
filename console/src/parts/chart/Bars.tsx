import { useText } from "../../i18n/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Amounts of things that have names, side by side: sources, sequences. */
export function Bars(props: {
  readonly title: string;
  readonly lead?: string;
  readonly of: string;
  readonly count: string;
  readonly bars: readonly Bar[];
  readonly write?: (value: number) => string;
}) {
  const { locale } = useText();
  const write = props.write ?? ((value) => new Intl.NumberFormat(locale).format(value));
  const largest = Math.max(1e-9, ...props.bars.map((bar) => bar.value));
  return (
    <ChartFrame
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      table={{
        heads: [props.of, props.count],
        rows: props.bars.map((bar) => [bar.label, write(bar.value)]),
        raw: props.bars.map((bar) => [bar.label, bar.value]),
      }}
    >
      <div className="bars" aria-hidden="true">
        {props.bars.map((bar) => (
          <div key={bar.label} className="bar">
            <span className="clip small">{bar.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect width="100" height="10" rx="1" fill="var(--sunk)" />
              <rect width={(100 * bar.value) / largest} height="10" rx="1" fill="var(--fit)" />
            </svg>
            <span className="small figures strong">{write(bar.value)}</span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
