import * as z from "zod";
import { lifecycleStandingSchema, stageStandingSchema } from "#core/person/standing.ts";
import { touchSchema } from "./touch.ts";

/**
 * The latest call, snooze, note or move to another stage that a hand entered, and how things stood before it: what is restored
 * when it is taken back. Only the latest can be, for what came after was decided upon it.
 */
export const lastActSchema = z.object({
  fact: z.string(),
  kind: z.enum(["call", "snooze", "note", "stage"]),
  at: z.number(),
  by: z.string(),
  before: z.object({
    contactedAt: touchSchema.shape.contactedAt,
    nextCallAt: z.number().optional(),
    snoozed: z.object({ until: z.number(), at: z.number() }).optional(),
    position: z
      .object({ stage: stageStandingSchema, lifecycle: lifecycleStandingSchema })
      .optional()
      .describe("of a move: where they stood"),
  }),
});
export type LastAct = z.infer<typeof lastActSchema>;
