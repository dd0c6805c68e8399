import { randomBytes } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "#core/time/instant.ts";
import { answerAddress, bareAddress, messageIdHeader, type StoredMail } from "#local/mail/mail.ts";
import { decodeWords } from "./encoded-words.ts";

/**
 * An answer to a mail as its recipient's mail program writes one: to its Reply-To, in its thread, above the quoted mail. An
 * automatic one says so as RFC 3834 asks, and has no address to return to.
 */
export async function writeReply(
  mail: StoredMail,
  reply: { readonly text: string; readonly automatic: boolean; readonly at: Instant },
): Promise<Buffer> {
  const from = bareAddress(mail.to[0] ?? "");
  const french = /<html[^>]*\blang=["']?fr/i.test(mail.html ?? "") || /[éèà] /i.test(mail.subject);
  const prefix = reply.automatic ? (french ? "Réponse automatique : " : "Automatic reply: ") : "Re: ";
  const quoted = reply.automatic ? "" : `\n\n${attribution(mail, french)}\n\n${quote(mail.text ?? "")}`;
  const composer = new MailComposer({
    from,
    to: answerAddress(mail),
    subject: `${prefix}${mail.subject}`,
    date: new Date(reply.at),
    messageId: `<${randomBytes(12).toString("hex")}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    inReplyTo: messageIdHeader(mail),
    references: messageIdHeader(mail),
    text: `${reply.text}${quoted}`,
    headers: reply.automatic ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const trace = [
    `Return-Path: <${reply.automatic ? "" : from}>`,
    `Received: from mail.${from.slice(from.lastIndexOf("@") + 1)} by inbound-smtp.eu-west-3.amazonaws.com; ${new Date(reply.at).toUTCString()}`,
    "X-SES-Spam-Verdict: PASS",
    "X-SES-Virus-Verdict: PASS",
  ];
  return Buffer.concat([Buffer.from(`${trace.join("\r\n")}\r\n`), await composer.compile().build()]);
}

/** The line above the quotation, as Gmail writes it. */
function attribution(mail: StoredMail, french: boolean): string {
  const at = new Date(mail.sentAt);
  const options = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const time = at.toISOString().slice(11, 16);
  const sender = decodeWords(mail.from).replace(/"/g, "");
  if (french) return `Le ${at.toLocaleDateString("fr-FR", options)} à ${time}, ${sender} a écrit :`;
  return `On ${at.toLocaleDateString("en-GB", options)} at ${time}, ${sender} wrote:`;
}

function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
