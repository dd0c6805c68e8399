import * as z from "zod";
import { region } from "#local/bus/event.ts";

/** What became of a mail on its way to the mailbox. */
export const fates = ["delivered", "bounced", "complained", "suppressed-by-ses", "suppressed-by-account"] as const;
export type Fate = (typeof fates)[number];

/** A mail SES accepted, as the recipient's mailbox has it. `sentAt` is epoch milliseconds by the movable clock. */
export const mailSchema = z.object({
  id: z.string().describe("SES's message id"),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  from: z.string(),
  replyTo: z.array(z.string()),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  raw: z.string().optional().describe("base64, where it was handed over as MIME"),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().optional(),
  fate: z.enum(fates),
  sentAt: z.number(),
});
export type StoredMail = z.infer<typeof mailSchema>;

/** The configuration set whose mails get SES's pixel: people who agreed to be measured. */
export function countsOpens(mail: StoredMail): boolean {
  return mail.configurationSet?.endsWith("-opens") ?? false;
}

/** The address of `Name <address>`, or the text itself. */
export function bareAddress(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
}

/** The Message-ID header SES gives a mail. */
export function messageIdHeader(mail: StoredMail): string {
  return `<${mail.id}@${region}.amazonses.com>`;
}

/** Where a recipient's answer to a mail goes. */
export function answerAddress(mail: StoredMail): string {
  return bareAddress(mail.replyTo[0] ?? mail.from);
}
