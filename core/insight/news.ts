import type { Money } from "#core/person/money.ts";
import { type CountRow, totals } from "./count.ts";

/** What happened in a span of days: what the rows of people of those days tell. */
export interface News {
  readonly submissions: number;
  readonly replies: number;
  readonly qualified: number;
  readonly clients: number;
  readonly purchases: number;
  readonly revenue: readonly Money[];
}

const revenuePrefix = "revenue_";

export function newsOf(rows: readonly CountRow[]): News {
  const sums = totals(rows);
  const of = (counter: string): number => sums[counter] ?? 0;
  return {
    submissions: of("submissions"),
    replies: of("replies"),
    qualified: of("qualified"),
    clients: of("clients"),
    purchases: of("purchases"),
    revenue: Object.entries(sums).flatMap(([counter, amount]) =>
      counter.startsWith(revenuePrefix) ? [{ amount: Math.round(amount * 100) / 100, currency: counter.slice(revenuePrefix.length) }] : [],
    ),
  };
}
