import { toIso } from "#core/time/instant.ts";
import { countsOpens, messageIdHeader, type StoredMail } from "#local/mail/mail.ts";
import type { MailHead } from "#local/mail/mail-file.ts";
import { decodeWords } from "./encoded-words.ts";
import { linksOf } from "./links.ts";

/** A mail as `/local/mailbox` gives it. */
export function showMail(mail: StoredMail) {
  const from = decodeWords(mail.from);
  const to = mail.to.join(", ");
  const replyTo = mail.replyTo.join(", ");
  return {
    id: mail.id,
    to,
    from,
    replyTo,
    subject: mail.subject,
    html: mail.html ?? "",
    text: mail.text ?? "",
    headers: {
      From: from,
      To: to,
      ...(replyTo === "" ? {} : { "Reply-To": replyTo }),
      Subject: mail.subject,
      "Message-ID": messageIdHeader(mail),
      ...Object.fromEntries(mail.headers.map(({ name, value }) => [name, value])),
    },
    tags: mail.tags,
    sentAt: toIso(mail.sentAt),
    fate: mail.fate,
    countsOpens: countsOpens(mail),
    links: linksOf(mail.html ?? ""),
  };
}

/** What the mailbox's list shows of a mail. */
export function showHead(head: MailHead) {
  return {
    id: head.id,
    to: head.to.join(", "),
    from: decodeWords(head.from),
    subject: head.subject,
    fate: head.fate,
    sentAt: toIso(head.sentAt),
  };
}
