import { readSpan, type SpanAsked, spanUpTo } from "#core/insight/span.ts";

export const usualDays = [7, 30, 90] as const;

/** A period as it is chosen: so many days up to today, or from one day to another. */
export type Period =
  | { readonly kind: "days"; readonly days: (typeof usualDays)[number] }
  | { readonly kind: "custom"; readonly from: string; readonly to: string };

export function spanOf(period: Period, today: string): SpanAsked {
  if (period.kind === "days") return { kind: "span", span: spanUpTo(today, period.days) };
  return readSpan({ from: period.from, to: period.to }, today);
}
