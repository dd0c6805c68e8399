import * as z from "zod";
import type { MergeId, PersonId } from "#core/id/id.ts";

const personIdSchema = z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_"));
export const mergeIdSchema = z.custom<MergeId>((value) => typeof value === "string" && value.startsWith("mrg_"));

/** Another address of the same human being: what comes from it arrives at the person, nothing is written to it. */
export const aliasSchema = z.object({ email: z.string(), addressHash: z.string(), of: personIdSchema.describe("whose it was") });
export type Alias = z.infer<typeof aliasSchema>;

/** Somebody who was merged into this person, and until when that can be undone. */
export const mergedFromSchema = z.object({
  id: personIdSchema,
  merge: mergeIdSchema,
  email: z.string(),
  addressHash: z.string(),
  at: z.number(),
  by: z.string(),
  until: z.number().describe("from then on it can no longer be undone"),
  through: personIdSchema.optional().describe("who had been merged with them before; only that merge can be undone here"),
});
export type MergedFrom = z.infer<typeof mergedFromSchema>;

export const mergedIntoSchema = z.object({ id: personIdSchema, merge: mergeIdSchema, at: z.number() });
export type MergedInto = z.infer<typeof mergedIntoSchema>;

/** The most people one person can stand for: each is one more range that a page of their timeline reads. */
export const mostMerged = 10;

/** A person and all who were merged into them: whose timelines are read as one. */
export function everyIdOf(person: { readonly id: PersonId; readonly mergedFrom?: readonly MergedFrom[] | undefined }): readonly PersonId[] {
  return [person.id, ...(person.mergedFrom ?? []).map(({ id }) => id)];
}

/** The merge that can be undone: the latest, while it is not too old. What came before it was decided upon by it. */
export function undoable(person: { readonly mergedFrom?: readonly MergedFrom[] | undefined }, now: number): MergedFrom | undefined {
  const latest = person.mergedFrom?.findLast((from) => from.through === undefined);
  return latest !== undefined && latest.until > now ? latest : undefined;
}

/** Whether some merge of theirs can still be undone: until then what happens to them is remembered fact by fact. */
export function isUndoable(person: { readonly mergedFrom?: readonly MergedFrom[] | undefined }, now: number): boolean {
  return (person.mergedFrom ?? []).some(({ until }) => until > now);
}
