import * as z from "zod";

/** Why an address must never be written to again. Kept by the address's hash, so that it outlives the person's erasure. */
export const suppressionReasons = ["unsubscribed", "bounced", "complained", "manual"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];
export const suppressionSchema = z.object({
  reason: z.enum(suppressionReasons),
  at: z.number(),
  from: z.string().describe("the message, event or person that caused it"),
});
export type Suppression = z.infer<typeof suppressionSchema>;
