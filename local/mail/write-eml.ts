import MailComposer from "nodemailer/lib/mail-composer";
import { messageIdHeader, type StoredMail } from "./mail.ts";

/** A mail as the RFC 5322 message its recipient got, with a text and an HTML part and all its own headers. */
export function writeEml(mail: StoredMail): Promise<Buffer> {
  if (mail.raw !== undefined) return Promise.resolve(Buffer.from(mail.raw, "base64"));
  const composer = new MailComposer({
    from: mail.from,
    to: [...mail.to],
    ...(mail.cc.length === 0 ? {} : { cc: [...mail.cc] }),
    ...(mail.replyTo.length === 0 ? {} : { replyTo: [...mail.replyTo] }),
    subject: mail.subject,
    ...(mail.text === undefined ? {} : { text: mail.text }),
    ...(mail.html === undefined ? {} : { html: mail.html }),
    date: new Date(mail.sentAt),
    messageId: messageIdHeader(mail),
    headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
