import { type Count, summed } from "#core/insight/count.ts";
import type { Stores } from "#core/ports/stores.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";

/** Counts that are brought together in memory, because a write for each mail would cost more than the mail's own record. */
export interface Tally {
  add(counts: readonly Count[]): void;
  /** Writes what has come together: one write a row. What cannot be written now is kept for the next time. */
  flush(): Promise<void>;
  /** The same, if enough has come together. */
  flushIfFull(): Promise<void>;
}

/** After so many stores of runs they are written: what a process that dies can at most leave uncounted. */
const fullAt = 200;

export function createTally(counters: Stores["counters"], log: Pick<Logger, "error">): Tally {
  let kept: readonly Count[] = [];
  let added = 0;
  const flush = async (): Promise<void> => {
    const counts = kept;
    kept = [];
    added = 0;
    const written = await Promise.allSettled(counts.map((count) => counters.addRow(count)));
    written.forEach((result, place) => {
      const count = counts[place];
      if (result.status === "fulfilled" || count === undefined) return;
      kept = summed([...kept, count]);
      log.error("counts could not be written yet", { name: count.name, row: count.row, problem: describeFault(result.reason) });
    });
  };
  return {
    add: (counts) => {
      kept = summed([...kept, ...counts]);
      added += 1;
    },
    flush,
    flushIfFull: () => (added >= fullAt ? flush() : Promise.resolve()),
  };
}
