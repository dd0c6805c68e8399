import { randomBytes, randomUUID } from "node:crypto";
import { type Instant, toIso } from "#core/time/instant.ts";
import { type AwsAnswer, awsError } from "../aws/aws-answer.ts";
import type { Bus } from "../bus/bus.ts";
import { region } from "../bus/event.ts";
import type { Outcome } from "../bus/invocations.ts";
import { bareAddress, type Fate, type StoredMail } from "./mail.ts";
import type { MailFile } from "./mail-file.ts";
import { readRaw } from "./read-raw.ts";
import { refusalOf, type SendEmailRequest, sendEmailSchema } from "./send-email-request.ts";
import { createSendCounter, type SendLimits } from "./send-limits.ts";
import { newsOfFate, type SesNews, sesEvent } from "./ses-events.ts";
import { simulatedFate } from "./simulator.ts";
import type { SuppressionList } from "./suppression-list.ts";

/** SES v2 in this process: takes mail, keeps it, and tells the default bus what becomes of it. */
export interface Ses {
  sendEmail(body: unknown): Promise<AwsAnswer>;
  account(): AwsAnswer;
  /** Emits one more event of a mail; its outcomes follow when the functions have worked on it. */
  tell(mail: StoredMail, news: SesNews, at: Instant): Promise<readonly Promise<Outcome>[]>;
  /** Hands on what a killed process had not. */
  resume(): Promise<void>;
  /** Whether events of accepted mails are still on their way to the bus. */
  busy(): boolean;
  /** Done when they are all on the bus. */
  settled(): Promise<void>;
}

export interface SesParts {
  readonly mails: MailFile;
  readonly suppression: SuppressionList;
  readonly bus: Bus;
  readonly limits: SendLimits;
  readonly now: () => Instant;
  readonly configurationSet: string;
  /** Called with each mail that reached its mailbox. */
  readonly onDelivered?: (mail: StoredMail) => Promise<void>;
}

export function createSes(parts: SesParts): Ses {
  const { mails, suppression, bus, limits, now } = parts;
  const counter = createSendCounter(
    limits,
    mails.heads().map(({ sentAt }) => sentAt),
  );
  const sets = [parts.configurationSet, `${parts.configurationSet}-opens`];
  const telling = new Set<Promise<void>>();

  const tellFate = async (mail: StoredMail): Promise<void> => {
    const later = Math.max(now(), mail.sentAt + 1);
    await bus.put(
      newsOfFate(mail.fate).map((news) => ({ bus: "default", event: sesEvent(mail, news, news.kind === "Send" ? mail.sentAt : later) })),
    );
    await mails.told(mail.id);
    if (mail.fate === "delivered") await parts.onDelivered?.(mail);
  };
  const tellSoon = (mail: StoredMail): void => {
    const work = tellFate(mail).finally(() => telling.delete(work));
    telling.add(work);
  };

  return {
    sendEmail: async (body) => {
      const request = sendEmailSchema.safeParse(body);
      if (!request.success) return awsError(400, "BadRequestException", request.error.issues[0]?.message ?? "The request cannot be read.");
      const refusal = refusalOf(request.data, sets);
      if (refusal !== undefined) return awsError(refusal.status, refusal.name, refusal.message);
      const at = now();
      const leave = counter.ask(at);
      if (leave === "too-fast") return awsError(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
      if (leave === "quota-spent") return awsError(429, "TooManyRequestsException", "Daily message quota exceeded.");
      const mail = await accepted(request.data, suppression, at);
      await mails.keep(mail);
      tellSoon(mail);
      if (limits.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, limits.latencyMs));
      return { status: 200, body: { MessageId: mail.id } };
    },
    account: () => ({
      status: 200,
      body: {
        DedicatedIpAutoWarmupEnabled: false,
        EnforcementStatus: "HEALTHY",
        ProductionAccessEnabled: true,
        SendingEnabled: true,
        SendQuota: { Max24HourSend: limits.perDay, MaxSendRate: limits.perSecond, SentLast24Hours: counter.sentLastDay(now()) },
        SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      },
    }),
    tell: (mail, news, at) => bus.put([{ bus: "default", event: sesEvent(mail, news, at) }]),
    resume: async () => {
      for (const id of mails.untold()) {
        const mail = await mails.find(id);
        if (mail !== undefined) tellSoon(mail);
      }
    },
    busy: () => telling.size > 0,
    settled: async () => {
      while (telling.size > 0) await Promise.all(telling);
    },
  };
}

/** The list of `GET`, `PUT` and `DELETE /v2/email/suppression/addresses`. */
export async function answerSuppression(
  list: SuppressionList,
  method: string,
  address: string | undefined,
  body: unknown,
  now: Instant,
): Promise<AwsAnswer> {
  const shown = ({ address: EmailAddress, reason: Reason, at }: ReturnType<SuppressionList["list"]>[number]) => ({
    EmailAddress,
    Reason,
    LastUpdateTime: at / 1000,
  });
  if (method === "GET" && address === undefined) return { status: 200, body: { SuppressedDestinationSummaries: list.list().map(shown) } };
  if (method === "PUT" && address === undefined) {
    const wanted = typeof body === "object" && body !== null ? body : {};
    const email = "EmailAddress" in wanted ? wanted.EmailAddress : undefined;
    const reason = "Reason" in wanted ? wanted.Reason : undefined;
    if (typeof email !== "string" || (reason !== "BOUNCE" && reason !== "COMPLAINT")) {
      return awsError(400, "BadRequestException", "EmailAddress and Reason (BOUNCE or COMPLAINT) are required.");
    }
    await list.add(email, reason, now);
    return { status: 200, body: {} };
  }
  if (address === undefined) return awsError(404, "NotFoundException", `Nothing answers ${method} here.`);
  const found = list.find(address);
  if (found === undefined) return awsError(404, "NotFoundException", `Email address ${address} does not exist on your suppression list.`);
  if (method === "GET") return { status: 200, body: { SuppressedDestination: shown({ address, ...found }) } };
  await list.remove(address);
  return { status: 200, body: {} };
}

async function accepted(request: SendEmailRequest, suppression: SuppressionList, at: Instant): Promise<StoredMail> {
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

/** The Message-ID header SES gives a mail. */
export function messageIdHeader(mail: StoredMail): string {
  return `<${mail.id}@${region}.amazonses.com>`;
}

/** When a mail was sent, as the mailbox shows it. */
export function sentAtIso(mail: Pick<StoredMail, "sentAt">): string {
  return toIso(mail.sentAt);
}
