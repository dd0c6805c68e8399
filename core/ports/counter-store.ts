import type { Count, CountRow } from "#core/insight/count.ts";
import type { Instant } from "#core/time/instant.ts";

/** Counts that are kept, not counted: small items of counters that are read together (`core/insight/count.ts`). */
export interface CounterStore {
  /** Adds to one counter of one UTC day. */
  add(name: string, at: Instant, by: number): Promise<void>;
  read(name: string, at: Instant): Promise<number>;
  /** Adds to all counters of one row, in one write. */
  addRow(count: Count): Promise<void>;
  /** The same, once for each cause however often it is told, until the cause is forgotten. */
  addRowOnce(count: Count, cause: string): Promise<void>;
  /** Lets go of a cause that will not be told again: rows stay small. */
  forget(count: Pick<Count, "name" | "row">, cause: string): Promise<void>;
  /** Rows from one to another, both included, in their order; all of them without bounds. */
  rows(name: string, span?: { readonly from: string; readonly to: string }): Promise<readonly CountRow[]>;
  row(name: string, row: string): Promise<CountRow | undefined>;
}
