import * as z from "zod";
import type { Id, PersonId } from "#core/id/id.ts";
import { peopleQuerySchema } from "#core/search/saved-view.ts";
import { bulkActSchema } from "./bulk-act.ts";

export type JobId = Id<"job">;

/** Whom a bulk act is for: people who were picked one by one, or everybody a list shows. */
export const selectionSchema = z.union([
  z.strictObject({ ids: z.array(z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_"))) }),
  z.strictObject({ query: peopleQuerySchema }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** How many refusals a job tells one by one; the rest it counts. */
export const toldRefusals = 50;

/** What every job has, whatever it does. */
const base = {
  id: z.custom<JobId>((value) => typeof value === "string" && value.startsWith("job_")),
  rev: z.number().int(),
  by: z.string().describe("name of who asked for it"),
  reason: z.string().optional(),
  state: z.enum(["running", "done", "stopped"]),
  cursor: z.string().optional().describe("where the next slice of a list begins"),
  seen: z.number().int(),
  done: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  refusals: z.array(z.object({ personId: z.string(), code: z.string() })),
  attempts: z.number().int(),
  problem: z.string().optional(),
  createdAt: z.number(),
  endedAt: z.number().optional(),
  dueAt: z.number().optional().describe("when the next slice is to be done; absent once ended"),
};

/** One thing is done to many people. */
const bulkSchema = z.object({ ...base, kind: z.literal("bulk"), act: bulkActSchema, selection: selectionSchema });
export type BulkJob = z.infer<typeof bulkSchema>;

/** Everything of one status that came through a source is read once more. */
const replaySchema = z.object({ ...base, kind: z.literal("replay"), source: z.string(), status: z.enum(["quarantined", "parked"]) });
export type ReplayJob = z.infer<typeof replaySchema>;

/**
 * Long work, done in slices: what is to be done, how far it has come, and what could not be done and why. Each slice is
 * decided by `rev`; what a dead slice had begun is done again with the same effect, for each person's fact has one id.
 */
export const jobSchema = z.discriminatedUnion("kind", [bulkSchema, replaySchema]);
export type Job = z.infer<typeof jobSchema>;

/** A job that has not begun. */
export function newJob(id: JobId, by: string, now: number): Omit<BulkJob, "kind" | "act" | "selection"> {
  return {
    id,
    rev: 1,
    by,
    state: "running",
    seen: 0,
    done: 0,
    unchanged: 0,
    refused: 0,
    refusals: [],
    attempts: 0,
    createdAt: now,
    dueAt: now,
  };
}
