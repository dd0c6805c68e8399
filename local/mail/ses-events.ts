import { createHash } from "node:crypto";
import { type Instant, toIso } from "#core/time/instant.ts";
import { account, type BusEvent, busEvent, region } from "#local/bus/event.ts";
import { bareAddress, type StoredMail } from "./mail.ts";

/** What SES may say of a mail after it took it, each with what only that event tells. */
export type SesNews =
  | { readonly kind: "Send" }
  | { readonly kind: "Delivery" }
  | { readonly kind: "Open"; readonly userAgent: string }
  | { readonly kind: "Click"; readonly userAgent: string; readonly link: string }
  | { readonly kind: "Bounce"; readonly subType: "General" | "Suppressed" | "OnAccountSuppressionList" }
  | { readonly kind: "Complaint" };

const detailTypes = {
  Send: "Email Sent",
  Delivery: "Email Delivered",
  Open: "Email Opened",
  Click: "Email Clicked",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
} as const;

/**
 * An event in the shape SES gives EventBridge (docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-eventbridge.html).
 * The news that follow from a mail's fate have ids of their own making: told again after a restart, they are the same.
 */
export function sesEvent(mail: StoredMail, news: SesNews, at: Instant): BusEvent {
  const detail = { eventType: news.kind, mail: mailOf(mail), ...told(mail, news, at) };
  const parts = { type: detailTypes[news.kind], source: "aws.ses", at, resources: resourcesOf(mail), detail };
  const repeatable = news.kind === "Open" || news.kind === "Click";
  return busEvent(repeatable ? parts : { id: uuidOf(`${mail.id}/${news.kind}`), ...parts });
}

/** What SES says unasked, in order, when a mail meets its fate. */
export function newsOfFate(fate: StoredMail["fate"]): readonly SesNews[] {
  switch (fate) {
    case "delivered":
      return [{ kind: "Send" }, { kind: "Delivery" }];
    case "complained":
      return [{ kind: "Send" }, { kind: "Delivery" }, { kind: "Complaint" }];
    case "bounced":
      return [{ kind: "Send" }, { kind: "Bounce", subType: "General" }];
    case "suppressed-by-ses":
      return [{ kind: "Send" }, { kind: "Bounce", subType: "Suppressed" }];
    case "suppressed-by-account":
      return [{ kind: "Send" }, { kind: "Bounce", subType: "OnAccountSuppressionList" }];
  }
}

function recipientsOf(mail: StoredMail): readonly string[] {
  return [...mail.to, ...mail.cc, ...mail.bcc].map(bareAddress);
}

function resourcesOf(mail: StoredMail): readonly string[] {
  const set = mail.configurationSet;
  return set === undefined ? [] : [`arn:aws:ses:${region}:${account}:configuration-set/${set}`];
}

function mailOf(mail: StoredMail) {
  const source = bareAddress(mail.from);
  const domain = source.slice(source.lastIndexOf("@") + 1);
  const own = {
    "ses:source-tls-version": ["TLSv1.3"],
    "ses:operation": ["SendEmail"],
    ...(mail.configurationSet === undefined ? {} : { "ses:configuration-set": [mail.configurationSet] }),
    "ses:source-ip": ["127.0.0.1"],
    "ses:from-domain": [domain],
    "ses:caller-identity": ["local"],
  };
  const addressing = [
    { name: "From", value: mail.from },
    ...(mail.replyTo.length === 0 ? [] : [{ name: "Reply-To", value: mail.replyTo.join(", ") }]),
    { name: "To", value: mail.to.join(", ") },
    { name: "Subject", value: mail.subject },
    { name: "MIME-Version", value: "1.0" },
  ];
  return {
    timestamp: toIso(mail.sentAt),
    source: mail.from,
    sourceArn: `arn:aws:ses:${region}:${account}:identity/${domain}`,
    sendingAccountId: account,
    messageId: mail.id,
    destination: recipientsOf(mail),
    headersTruncated: false,
    headers: [...addressing, ...mail.headers],
    commonHeaders: {
      from: [mail.from],
      ...(mail.replyTo.length === 0 ? {} : { replyTo: mail.replyTo }),
      to: mail.to,
      messageId: mail.id,
      subject: mail.subject,
    },
    tags: { ...own, ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])) },
  };
}

function told(mail: StoredMail, news: SesNews, at: Instant): Readonly<Record<string, unknown>> {
  const timestamp = toIso(at);
  const recipients = recipientsOf(mail);
  switch (news.kind) {
    case "Send":
      return { send: {} };
    case "Delivery":
      return {
        delivery: {
          timestamp,
          processingTimeMillis: Math.max(0, at - mail.sentAt),
          recipients,
          smtpResponse: "250 2.0.0 OK",
          reportingMTA: `a8-21.smtp-out.${region}.amazonses.com`,
        },
      };
    case "Open":
      return { open: { timestamp, userAgent: news.userAgent, ipAddress: "198.51.100.1" } };
    case "Click":
      return { click: { timestamp, ipAddress: "198.51.100.1", link: news.link, linkTags: null, userAgent: news.userAgent } };
    case "Bounce":
      return {
        bounce: {
          feedbackId: uuidOf(`${mail.id}/bounce`),
          bounceType: "Permanent",
          bounceSubType: news.subType,
          bouncedRecipients: recipients.map((emailAddress) => ({
            emailAddress,
            action: "failed",
            status: "5.1.1",
            diagnosticCode: diagnosis[news.subType],
          })),
          timestamp,
          reportingMTA: `dns; a8-21.smtp-out.${region}.amazonses.com`,
        },
      };
    case "Complaint":
      return {
        complaint: {
          feedbackId: uuidOf(`${mail.id}/complaint`),
          complaintSubType: null,
          complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
          timestamp,
          userAgent: "Mozilla/5.0",
          complaintFeedbackType: "abuse",
          arrivalDate: timestamp,
        },
      };
  }
}

const diagnosis = {
  General: "smtp; 550 5.1.1 user unknown",
  Suppressed: "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.",
  OnAccountSuppressionList: "Amazon SES did not send the message to this address because it is on the suppression list for your account.",
} as const;

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
