import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import { writeWhole } from "#local/journal.ts";

/** Real time and how far it has been moved. Time only ever goes forward. */
export interface Clock {
  now(): Instant;
  /** How far ahead of real time it is, in milliseconds. */
  offset(): number;
  /** Moves to an instant; one that has passed changes nothing. */
  moveTo(to: Instant): Promise<void>;
  /** Runs some work during which the clock does not go past an instant, however long the work takes. */
  notPast<T>(ceiling: Instant, work: () => Promise<T>): Promise<T>;
}

const storedSchema = z.object({ offsetMs: z.number().nonnegative() });

/** The clock of a data folder: its offset is kept there, so that a restart does not bring back the past. */
export async function openClock(folder: string, real: () => Instant = Date.now): Promise<Clock> {
  const path = join(folder, "clock.json");
  let offset = await readOffset(path);
  let ceiling = Number.POSITIVE_INFINITY;
  const now = (): Instant => Math.min(real() + offset, ceiling);
  const store = (): Promise<void> => writeWhole(path, `${JSON.stringify({ offsetMs: offset })}\n`);
  return {
    now,
    offset: () => offset,
    moveTo: async (to) => {
      if (to <= now()) return;
      offset = Math.min(to, ceiling) - real();
      await store();
    },
    notPast: async (limit, work) => {
      ceiling = Math.max(limit, now());
      try {
        return await work();
      } finally {
        // The time the work took beyond the ceiling is taken back, or the clock would leap as the ceiling goes.
        offset = Math.max(0, Math.min(offset, ceiling - real()));
        ceiling = Number.POSITIVE_INFINITY;
        await store();
      }
    },
  };
}

async function readOffset(path: string): Promise<number> {
  try {
    return storedSchema.parse(JSON.parse(await readFile(path, "utf8"))).offsetMs;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return 0;
    throw new Error(`The clock's file cannot be read: ${path}. Delete it to go back to real time.`, { cause: thrown });
  }
}
