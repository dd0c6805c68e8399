import { Temporal } from "temporal-polyfill";

/** Milliseconds as an ISO 8601 duration of days and shorter: `P3DT2H`. None is `PT0S`. */
export function durationOf(milliseconds: number): string {
  return Temporal.Duration.from({ milliseconds: Math.round(milliseconds) })
    .round({ largestUnit: "days" })
    .toString();
}
