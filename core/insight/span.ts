/** Days in UTC, both included, as `2026-11-24`. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly days: readonly string[];
}

export type SpanAsked =
  | { readonly kind: "span"; readonly span: Span }
  | { readonly kind: "refused"; readonly field: "from" | "to"; readonly problem: string; readonly remedy: string };

/** The most days that are read at once: what an answer costs is bounded by it. */
export const longestSpan = 92;
/** What is shown to who asks for nothing in particular. */
export const usualSpan = 30;

const dayMs = 86_400_000;

/** The days somebody asks for: without an end up to `today`, without a beginning the usual number of them. */
export function readSpan(asked: { readonly from?: string | undefined; readonly to?: string | undefined }, today: string): SpanAsked {
  const to = asked.to ?? today;
  const from = asked.from ?? shifted(to, 1 - usualSpan);
  const length = lengthOf(from, to);
  if (Number.isNaN(lengthOf(to, to))) return refused("to", `${to} is no day`, "Write it as 2026-11-24.");
  if (Number.isNaN(length)) return refused("from", `${from} is no day`, "Write it as 2026-11-24.");
  if (length < 1) return refused("from", "the period begins after its end", "Let it begin on the day it ends, or before.");
  if (length > longestSpan)
    return refused("from", `the period has ${length} days`, `Ask for at most ${longestSpan} days at once, and for others after them.`);
  return { kind: "span", span: spanOf(from, to) };
}

/** So many days up to and with one of them. */
export function spanUpTo(to: string, days: number): Span {
  return spanOf(shifted(to, 1 - days), to);
}

/** As many days just before. */
export function spanBefore({ from, days }: Span): Span {
  return spanUpTo(shifted(from, -1), days.length);
}

/** The range of rows that begin with these days. */
export function rowsOf({ from, to }: Span): { readonly from: string; readonly to: string } {
  return { from, to: `${to} \uffff` };
}

function spanOf(from: string, to: string): Span {
  return { from, to, days: Array.from({ length: lengthOf(from, to) }, (_, place) => shifted(from, place)) };
}

function lengthOf(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;
}

function shifted(day: string, by: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + by * dayMs;
  return Number.isNaN(at) ? day : new Date(at).toISOString().slice(0, 10);
}

function refused(field: "from" | "to", problem: string, remedy: string): SpanAsked {
  return { kind: "refused", field, problem, remedy };
}
