import * as z from "zod";
import { becauseSchema } from "#core/reason/because.ts";
import type { EnrollmentId, PersonId } from "#core/id/id.ts";

/** Why a run ended. `completed` reached its last step; the others are its exit conditions and the hands of people. */
export const endings = [
  "completed",
  "exited",
  "bought",
  "replied",
  "unsubscribed",
  "suppressed",
  "stage-left",
  "audience-left",
  "stopped",
  "merged",
  "unconfirmed",
  "taken-back",
] as const;

/**
 * One person's run through one version of one sequence. The table holds one item per person and sequence: a new run
 * replaces an ended one, and the timeline keeps the story.
 *
 * `cursor.slot` is the instant the step at hand came up. It is fixed when the step before is left, so that a crashed
 * attempt and its retry name the same message.
 */
export const enrollmentSchema = z.object({
  id: z.custom<EnrollmentId>((value) => typeof value === "string" && value.startsWith("enr_")),
  personId: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  sequence: z.string(),
  version: z.number().int(),
  run: z.number().int().describe("1 for the first run of this person through this sequence"),
  rev: z.number().int(),
  status: z.enum(["active", "parked", "ended"]),
  cursor: z.object({
    step: z.string(),
    visit: z.number().int().describe("counts the passes through the steps of a run: it grows with every step entered"),
    slot: z.number(),
  }),
  dueAt: z.number().optional().describe("when the step at hand is to be performed; absent once ended"),
  because: becauseSchema.describe("why it waits until then, or why it ended"),
  /** What the person did during this run, set by feedback and read by branches and exits. */
  signals: z.object({
    clickedAt: z.number().optional(),
    openedAt: z.number().optional(),
    repliedAt: z.number().optional(),
    lastSentAt: z.number().optional(),
    sent: z.number().int(),
  }),
  trigger: z.string().describe("the fact that started it"),
  startedAt: z.number(),
  endedAt: z.number().optional(),
  ending: z.enum(endings).optional(),
  endedBy: z.string().optional().describe("the fact that ended it, so that a retry of that fact tells of it again"),
  stood: z
    .object({ status: z.enum(["active", "parked"]), dueAt: z.number().optional(), because: becauseSchema, problem: z.string().optional() })
    .optional()
    .describe("how it stood when the stage it is for was left: what it goes back to if that move is taken back"),
  resumed: z
    .object({ by: z.string(), at: z.number(), step: z.string(), ending: z.enum(endings) })
    .optional()
    .describe("it was over, and goes on since that fact took the cause back: at which step, and how it had ended"),
  moved: z
    .object({
      to: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
      status: z.enum(["active", "parked", "ended"]),
      dueAt: z.number().optional(),
    })
    .optional()
    .describe("it goes on under that person, with whom this one was merged; and how it stood then"),
  attempts: z.number().int().describe("failures in a row at the step at hand"),
  problem: z.string().optional(),
});
export type Enrollment = z.infer<typeof enrollmentSchema>;
export type Ending = (typeof endings)[number];
