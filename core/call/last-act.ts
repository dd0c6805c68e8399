import * as z from "zod";
import { touchSchema } from "./touch.ts";

/**
 * The latest call, snooze or note that a hand entered, and how calls stood before it: what is restored when it is taken back.
 * Only the latest can be, for what came after was decided upon it.
 */
export const lastActSchema = z.object({
  fact: z.string(),
  kind: z.enum(["call", "snooze", "note"]),
  at: z.number(),
  by: z.string(),
  before: z.object({
    contactedAt: touchSchema.shape.contactedAt,
    nextCallAt: z.number().optional(),
    snoozed: z.object({ until: z.number(), at: z.number() }).optional(),
  }),
});
export type LastAct = z.infer<typeof lastActSchema>;
