import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** One figure and what it counts; how it moved, where that is known, with whether that is good. */
export function Stat(props: {
  readonly label: string;
  readonly figure: string;
  readonly note?: ReactNode;
  readonly change?: { readonly text: string; readonly direction: "up" | "down"; readonly tone: "good" | "bad" | "plain" };
}) {
  const Arrow = props.change?.direction === "down" ? IconArrowDownRight : IconArrowUpRight;
  return (
    <div className="stat">
      <dt>{props.label}</dt>
      <dd>
        <span className="stat-figure figures">{props.figure}</span>
        {props.change === undefined ? null : (
          <span className="tag" data-tone={props.change.tone}>
            <Arrow size={14} stroke={2} aria-hidden />
            {props.change.text}
          </span>
        )}
        {props.note === undefined ? null : <span className="quiet small">{props.note}</span>}
      </dd>
    </div>
  );
}

/** Figures beside each other. */
export function Stats({ children }: { readonly children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}
