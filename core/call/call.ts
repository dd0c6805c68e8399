import * as z from "zod";

/** Why somebody should call, the most urgent first. */
export const callReasons = ["replied", "promised", "asked", "interested", "gone-quiet"] as const;
export const callReasonSchema = z.enum(callReasons);
export type CallReason = z.infer<typeof callReasonSchema>;

/**
 * That somebody should call a person: why (each reason with the instant it arose), how urgent it is (0 to 99) and since
 * when the most urgent reason stands.
 */
export const callSchema = z.object({
  reasons: z.array(z.object({ code: callReasonSchema, at: z.number() })),
  urgency: z.number().int(),
  since: z.number(),
});
export type Call = z.infer<typeof callSchema>;

/** What came of a call. `done` is anything else that settles it: a visit, a letter, a chat. */
export const callOutcomes = ["reached", "meeting", "no-answer", "message-left", "done"] as const;
export const callOutcomeSchema = z.enum(callOutcomes);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;
