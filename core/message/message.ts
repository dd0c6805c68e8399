import * as z from "zod";
import { attributeValueSchema } from "#core/person/attribute.ts";
import { becauseSchema } from "#core/reason/because.ts";
import type { EnrollmentId, MessageId, PersonId } from "#core/id/id.ts";

/**
 * One mail to one person: the record that makes a step leave once. Its id is made from enrollment × version × step × visit,
 * so whoever performs the step claims the same record.
 *
 * `claimed` someone is handing it to SES until `claimUntil`; after that nobody knows whether SES has it.
 * `sent` SES said so, in its answer or by an event. `uncertain` a person must decide. `refused` SES will never take it.
 * `unsent` SES said it has not taken it (throttled, over quota): it may be claimed again at once.
 */
export const messageStates = ["claimed", "sent", "uncertain", "refused", "unsent"] as const;

export const messageSchema = z.object({
  id: z.custom<MessageId>((value) => typeof value === "string" && value.startsWith("msg_")),
  personId: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  purpose: z
    .enum(["marketing", "notice", "confirmation"])
    .describe("a notice goes to an owner, never to a person in the base; a confirmation asks a person whether they meant to agree"),
  to: z.string().optional().describe("of a notice; a marketing mail goes to the person's address"),
  enrollmentId: z.custom<EnrollmentId>((value) => typeof value === "string" && value.startsWith("enr_")).optional(),
  sequence: z.string().optional(),
  version: z.number().int().optional().describe("of the sequence"),
  step: z.string(),
  email: z.string().describe("name of the e-mail's definition"),
  emailVersion: z.number().int(),
  locale: z.string(),
  subject: z.string(),
  data: z.record(z.string(), attributeValueSchema).describe("the variables the e-mail used: with its version, the mail as it was sent"),
  state: z.enum(messageStates),
  because: becauseSchema,
  attempt: z.number().int(),
  claimedAt: z.number(),
  claimUntil: z.number(),
  sentAt: z.number().optional(),
  sesMessageId: z.string().optional(),
  deliveredAt: z.number().optional(),
  bouncedAt: z.number().optional(),
  complainedAt: z.number().optional(),
  openedAt: z.number().optional(),
  delayedAt: z.number().optional(),
  repliedAt: z.number().optional(),
  problem: z.string().optional().describe("what SES or the receiving server said against it"),
  clicks: z.array(z.object({ at: z.number(), link: z.string(), by: z.enum(["person", "machine"]) })).optional(),
});
export type Message = z.infer<typeof messageSchema>;
export type MessageState = Message["state"];
