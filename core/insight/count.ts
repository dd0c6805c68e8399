import type { Instant } from "#core/time/instant.ts";

/**
 * What is added to the counters of one row. Counters that are read together stand in one small item, so that one write
 * moves all of them: `name` is the table of rows, `row` sorts in it, and the keys of `add` are plain words (`in_proposal`).
 */
export interface Count {
  readonly name: string;
  readonly row: string;
  readonly add: Readonly<Record<string, number>>;
}

/** The counters of a row as they stand. */
export interface CountRow {
  readonly row: string;
  readonly sums: Readonly<Record<string, number>>;
}

/** The UTC day an instant is counted under, as `2026-11-24`. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The tables of rows there are. */
export const peopleCounts = "people";
export const mailCounts = "mail";
export const balances = "balance";
export function sequenceCounts(sequence: string): string {
  return `sequence_${sequence}`;
}

/** A day's row of something that has a name. Days come first: a span of days is one range. */
export function dayRow(day: string, of: string): string {
  return `${day} ${of}`;
}

/** The day and the name of such a row. */
export function readDayRow(row: string): { readonly day: string; readonly of: string } {
  return { day: row.slice(0, 10), of: row.slice(11) };
}

/** The row of one step of one version: a sequence's steps are one range of its version. */
export function stepRow(version: number, step: string): string {
  return `${versionPrefix(version)}${step}`;
}

export function versionPrefix(version: number): string {
  return `v${String(version).padStart(6, "0")} `;
}

export function readStepRow(row: string): { readonly version: number; readonly step: string } {
  return { version: Number(row.slice(1, 7)), step: row.slice(8) };
}

/** Brings counts of the same row together and leaves out what adds nothing. */
export function summed(counts: readonly Count[]): readonly Count[] {
  const rows = new Map<string, { readonly name: string; readonly row: string; readonly add: Record<string, number> }>();
  for (const { name, row, add } of counts) {
    const key = `${name} ${row}`;
    const sum = rows.get(key) ?? { name, row, add: {} };
    rows.set(key, sum);
    for (const [counter, by] of Object.entries(add)) sum.add[counter] = (sum.add[counter] ?? 0) + by;
  }
  return [...rows.values()].flatMap(({ name, row, add }) => {
    const moved = Object.entries(add).filter(([, by]) => by !== 0);
    return moved.length === 0 ? [] : [{ name, row, add: Object.fromEntries(moved) }];
  });
}

/** The sum of each counter over several rows. */
export function totals(rows: readonly CountRow[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const { sums } of rows) for (const [counter, value] of Object.entries(sums)) sum[counter] = (sum[counter] ?? 0) + value;
  return sum;
}
