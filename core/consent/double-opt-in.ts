import * as z from "zod";

/**
 * Asks whoever ticked the box once more, by a mail to the address they gave: only who can read that mailbox can say yes.
 * Absent, a ticked box is enough.
 */
export const doubleOptInSchema = z.strictObject({
  validDays: z.number().int().min(1).max(30).default(7).describe("how long the link in the mail can be used"),
  remindAfterDays: z.number().int().min(1).max(29).optional().describe("sends the mail once more to who has not answered; absent: never"),
  email: z
    .string()
    .optional()
    .describe("the e-mail that asks: one of templates/emails with purpose: confirmation; absent: the one that comes with Relance"),
});
export type DoubleOptIn = z.infer<typeof doubleOptInSchema>;
