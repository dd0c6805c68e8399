import * as z from "zod";
import { enrollmentSchema } from "#core/enrollment/enrollment.ts";
import type { MergeId, PersonId } from "#core/id/id.ts";
import { personSchema } from "#core/person/person.ts";
import { day, type Instant } from "#core/time/instant.ts";
import { mergeIdSchema } from "./merged.ts";

/** How long a merge can be undone, in milliseconds. */
export const undoTime = 30 * day;
/** After so long whoever began to merge or to undo is taken to have died, and the due index has it finished. */
export const mergeLease = 30_000;

const personId = z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_"));

/**
 * The record of one merge, beside the person who stays. `merging` and `undoing` are under way and due until they are done;
 * `merged` waits for the end of the time in which it can be undone, with the person as they were before.
 */
export const mergeSchema = z.object({
  id: mergeIdSchema,
  rev: z.number().int(),
  state: z.enum(["merging", "merged", "undoing"]),
  kept: personId,
  other: personId,
  address: z.enum(["kept", "other"]).describe("whose address is written to"),
  by: z.string(),
  at: z.number(),
  until: z.number(),
  undoneBy: z.string().optional(),
  undoneAt: z.number().optional(),
  runs: z.array(enrollmentSchema).optional().describe("the runs of the one who stays, as they were"),
  before: personSchema.optional().describe("the person who stays, as they were"),
  attempts: z.number().int(),
  problem: z.string().optional(),
  dueAt: z.number().optional(),
});
export type Merge = z.infer<typeof mergeSchema>;

export function newMerge(id: MergeId, asked: Pick<Merge, "kept" | "other" | "address" | "by">, now: Instant): Merge {
  const { kept, other, address, by } = asked;
  return { id, rev: 1, state: "merging", kept, other, address, by, at: now, until: now + undoTime, attempts: 0, dueAt: now + mergeLease };
}
