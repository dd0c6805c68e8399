import * as z from "zod";
import { previewRequestSchema } from "./definitions.ts";

/** A mail as it would leave, to oneself or to somebody of the team. */
export const testMailRequestSchema = previewRequestSchema.extend({
  to: z.string().max(254).optional().describe("the address of a member of the team; absent: one's own"),
});
export const testMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  mailId: z.string().describe("SES's id of the mail; on the local runtime the mailbox shows it under this id"),
});
export type TestMail = z.infer<typeof testMailSchema>;
