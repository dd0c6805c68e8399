import { type Stage, stages } from "#core/person/stage.ts";
import { type CountRow, readDayRow, totals } from "./count.ts";
import { rateOf, type Rate } from "./rate.ts";
import type { Span } from "./span.ts";

/** What happened to people over a period, from the kept counts: by day, by stage and by source. */
export interface PeopleInsight {
  readonly days: readonly {
    readonly day: string;
    readonly arrived: number;
    readonly qualified: number;
    readonly clients: number;
    readonly reached: Readonly<Record<Stage, number>>;
  }[];
  /** How many came as far as each stage for the first time. */
  readonly stages: readonly { readonly stage: Stage; readonly reached: number }[];
  /** Of those who *arrived* in the period by each source, how many have become prospects and clients since. The largest first. */
  readonly sources: readonly { readonly source: string; readonly prospects: Rate; readonly clients: Rate }[];
}

export function peopleInsight(rows: readonly CountRow[], span: Span): PeopleInsight {
  const byDay = grouped(rows, (row) => readDayRow(row).day);
  const bySource = grouped(rows, (row) => readDayRow(row).of);
  const all = totals(rows);
  return {
    days: span.days.map((day) => {
      const sums = totals(byDay.get(day) ?? []);
      return {
        day,
        arrived: of(sums, "created"),
        qualified: of(sums, "qualified"),
        clients: of(sums, "clients"),
        reached: reachedOf(sums),
      };
    }),
    stages: stages.map((stage) => ({ stage, reached: of(all, `up_${stage}`) })),
    sources: [...bySource]
      .map(([source, its]) => {
        const sums = totals(its);
        const arrived = of(sums, "created");
        return {
          source,
          prospects: rateOf(of(sums, "cohort_qualified"), arrived),
          clients: rateOf(of(sums, "cohort_clients"), arrived),
        };
      })
      .filter(({ prospects }) => prospects.of > 0)
      .sort((one, other) => other.prospects.of - one.prospects.of || (one.source < other.source ? -1 : 1)),
  };
}

function reachedOf(sums: Readonly<Record<string, number>>): Readonly<Record<Stage, number>> {
  return {
    awareness: of(sums, "up_awareness"),
    connection: of(sums, "up_connection"),
    qualification: of(sums, "up_qualification"),
    proposal: of(sums, "up_proposal"),
    negotiation: of(sums, "up_negotiation"),
    won: of(sums, "up_won"),
    lost: of(sums, "up_lost"),
  };
}

function of(sums: Readonly<Record<string, number>>, counter: string): number {
  return sums[counter] ?? 0;
}

export function grouped(rows: readonly CountRow[], by: (row: string) => string): ReadonlyMap<string, readonly CountRow[]> {
  const groups = new Map<string, CountRow[]>();
  for (const row of rows) {
    const key = by(row.row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
