import * as z from "zod";
import { stageSchema } from "#core/person/stage.ts";

/** What can be done to many people at once. */
export const bulkActSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("tag"), tag: z.string() }),
  z.strictObject({ act: z.literal("untag"), tag: z.string() }),
  z.strictObject({ act: z.literal("stage"), stage: stageSchema }),
  z.strictObject({ act: z.literal("enter"), sequence: z.string() }),
]);
export type BulkAct = z.infer<typeof bulkActSchema>;
