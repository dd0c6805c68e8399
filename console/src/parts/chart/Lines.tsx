import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import { marks, named } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

const height = 220;
const edge = { top: 12, right: 12, bottom: 26, left: 46 } as const;
/** Lines are told apart by their dashes as well as by their colours. */
const looks = [
  { stroke: "var(--fit)", strokeDasharray: undefined },
  { stroke: "var(--engagement)", strokeDasharray: "7 4" },
  { stroke: "var(--good)", strokeDasharray: "2 4" },
  { stroke: "var(--bad)", strokeDasharray: "10 3 2 3" },
  { stroke: "var(--warn)", strokeDasharray: "14 5" },
  { stroke: "var(--quiet)", strokeDasharray: "4 2" },
] as const;

/** Amounts over time. `limits` are drawn across: what must not be passed. */
export function Lines(props: {
  readonly title: string;
  readonly lead?: string;
  readonly moments: readonly string[];
  readonly lines: readonly Line[];
  readonly limits?: readonly { readonly value: number; readonly label: string }[];
  readonly write?: (value: number) => string;
}) {
  const { t, locale } = useText();
  const write = props.write ?? ((value) => new Intl.NumberFormat(locale).format(value));
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<number>();
  const limits = props.limits ?? [];
  const ticks = marks(Math.max(...props.lines.flatMap((line) => line.values), ...limits.map((limit) => limit.value)));
  const top = ticks.at(-1) ?? 1;
  const last = Math.max(1, props.moments.length - 1);
  const x = (place: number): number => edge.left + ((width - edge.left - edge.right) * place) / last;
  const y = (value: number): number => height - edge.bottom - ((height - edge.top - edge.bottom) * value) / top;
  const isNamed = named(props.moments.length, width - edge.left - edge.right, 64);
  return (
    <ChartFrame
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      table={{
        heads: [t("chart.moment"), ...props.lines.map((line) => line.name)],
        rows: props.moments.map((moment, place) => [moment, ...props.lines.map((line) => write(line.values[place] ?? 0))]),
        raw: props.moments.map((moment, place) => [moment, ...props.lines.map((line) => line.values[place] ?? 0)]),
      }}
    >
      <div className="lines" ref={frame} aria-hidden="true" onPointerLeave={() => setPointed(undefined)}>
        <svg
          width={width}
          height={height}
          onPointerMove={(event) => {
            const along = (event.nativeEvent.offsetX - edge.left) / Math.max(1, width - edge.left - edge.right);
            setPointed(Math.min(last, Math.max(0, Math.round(along * last))));
          }}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
              <text x={edge.left - 8} y={y(tick) + 4} textAnchor="end" className="axis">
                {write(tick)}
              </text>
            </g>
          ))}
          {props.moments.map((moment, place) =>
            isNamed(place) ? (
              <text key={moment} x={x(place)} y={height - 6} textAnchor={place === last ? "end" : "middle"} className="axis">
                {moment}
              </text>
            ) : null,
          )}
          {limits.map((limit) => (
            <g key={limit.label}>
              <line
                x1={edge.left}
                x2={width - edge.right}
                y1={y(limit.value)}
                y2={y(limit.value)}
                stroke="var(--bad)"
                strokeDasharray="3 3"
              />
              <text x={width - edge.right} y={y(limit.value) - 5} textAnchor="end" className="axis limit">
                {limit.label}
              </text>
            </g>
          ))}
          {props.lines.map((line, place) => (
            <polyline
              key={line.name}
              points={line.values.map((value, at) => `${x(at)},${y(value)}`).join(" ")}
              fill="none"
              strokeWidth="2.25"
              strokeLinejoin="round"
              strokeLinecap="round"
              {...looks[place % looks.length]}
            />
          ))}
          {pointed === undefined ? null : (
            <line x1={x(pointed)} x2={x(pointed)} y1={edge.top} y2={height - edge.bottom} stroke="var(--edge)" />
          )}
        </svg>
        <div className="legend">
          {pointed === undefined ? null : <span className="strong">{props.moments[pointed]}</span>}
          {props.lines.map((line, place) => (
            <span key={line.name}>
              <svg width="22" height="8" viewBox="0 0 22 8">
                <line x1="1" x2="21" y1="4" y2="4" strokeWidth="2.5" {...looks[place % looks.length]} />
              </svg>
              {line.name}
              {pointed === undefined ? null : <strong className="figures">{write(line.values[pointed] ?? 0)}</strong>}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
