import { randomBytes, randomUUID } from "node:crypto";
import type { Instant } from "#core/time/instant.ts";
import { bareAddress, type Fate, type StoredMail } from "./mail.ts";
import { readRaw } from "./read-raw.ts";
import type { SendEmailRequest } from "./send-email-request.ts";
import { simulatedFate } from "./simulator.ts";
import type { SuppressionList } from "./suppression-list.ts";

/** The mail that a request SES does not refuse becomes, with what will become of it. */
export async function acceptMail(request: SendEmailRequest, suppression: SuppressionList, at: Instant): Promise<StoredMail> {
  const { Simple: simple, Raw: raw } = request.Content;
  const fromRaw = raw === undefined ? undefined : await readRaw(raw.Data);
  const to = request.Destination.ToAddresses.length > 0 ? request.Destination.ToAddresses : (fromRaw?.to ?? []);
  const html = simple?.Body.Html?.Data ?? fromRaw?.html;
  const text = simple?.Body.Text?.Data ?? fromRaw?.text;
  return {
    id: sesMessageId(at),
    to,
    cc: request.Destination.CcAddresses,
    bcc: request.Destination.BccAddresses,
    from: request.FromEmailAddress ?? fromRaw?.from ?? "",
    replyTo: request.ReplyToAddresses.length > 0 ? request.ReplyToAddresses : (fromRaw?.replyTo ?? []),
    subject: simple?.Subject.Data ?? fromRaw?.subject ?? "",
    ...(html === undefined ? {} : { html }),
    ...(text === undefined ? {} : { text }),
    ...(raw === undefined ? {} : { raw: raw.Data }),
    headers: simple?.Headers.map(({ Name: name, Value: value }) => ({ name, value })) ?? fromRaw?.headers ?? [],
    tags: Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, Value])),
    ...(request.ConfigurationSetName === undefined ? {} : { configurationSet: request.ConfigurationSetName }),
    fate: fateOf([...to, ...request.Destination.CcAddresses, ...request.Destination.BccAddresses].map(bareAddress), suppression),
    sentAt: at,
  };
}

/** The first recipient's fate that is not delivery decides: our mails have one recipient. */
function fateOf(recipients: readonly string[], suppression: SuppressionList): Fate {
  for (const address of recipients) {
    if (suppression.find(address) !== undefined) return "suppressed-by-account";
    const fate = simulatedFate(address);
    if (fate !== undefined && fate !== "delivered") return fate;
  }
  return "delivered";
}

/** As SES's look: `0107` (the region's mark), the time, and what makes it unique. */
function sesMessageId(at: Instant): string {
  return `0107${at.toString(16).padStart(12, "0")}-${randomBytes(4).toString("hex")}-${randomUUID().slice(9)}-000000`;
}
