import PostalMime, { type Email } from "postal-mime";
import { htmlToText } from "html-to-text";
import type { ReceivedHeaders } from "#core/reply/is-automatic.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";

/** A received mail, as far as anything is decided on it. */
export interface ReceivedMail {
  readonly recipients: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: ReceivedHeaders;
}

/** Parses a raw RFC 5322 message with postal-mime. A mail without a text part gives the text of its HTML. */
export async function readMail(raw: Uint8Array): Promise<ReceivedMail> {
  const mail = await parse(raw);
  const values = (name: string): readonly string[] => mail.headers.filter((header) => header.key === name).map((header) => header.value);
  const from = mail.from?.address ?? "";
  const subject = mail.subject ?? "";
  return {
    recipients: [...addressesOf(mail), ...values("x-original-to"), ...values("delivered-to")],
    from,
    subject,
    text: mail.text ?? (mail.html === undefined ? "" : htmlToText(mail.html, { wordwrap: false })),
    messageId: mail.messageId ?? "",
    headers: { values, subject, returnPath: mail.returnPath, from },
  };
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw);
  } catch (thrown) {
    throw new PermanentFault("mail-unreadable", "The received mail cannot be parsed.", { cause: thrown });
  }
}

function addressesOf(mail: Email): readonly string[] {
  return [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((entry) =>
    entry.address === undefined ? (entry.group ?? []).map((member) => member.address) : [entry.address],
  );
}
