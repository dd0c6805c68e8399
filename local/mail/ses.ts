import type { Instant } from "#core/time/instant.ts";
import { type AwsAnswer, awsError } from "#local/aws/aws-answer.ts";
import type { Bus } from "#local/bus/bus.ts";
import type { HandedOver } from "#local/bus/invocations.ts";
import { acceptMail } from "./accept-mail.ts";
import type { StoredMail } from "./mail.ts";
import type { MailFile } from "./mail-file.ts";
import { refusalOf, sendEmailSchema } from "./send-email-request.ts";
import { createSendCounter, type SendLimits } from "./send-limits.ts";
import { newsOfFate, type SesNews, sesEvent } from "./ses-events.ts";
import type { SuppressionList } from "./suppression-list.ts";

/** SES v2 in this process: takes mail, keeps it, and tells the default bus what becomes of it. */
export interface Ses {
  sendEmail(body: unknown): Promise<AwsAnswer>;
  account(): AwsAnswer;
  /** Emits one more event of a mail; its outcomes follow when the functions have worked on it. */
  tell(mail: StoredMail, news: SesNews, at: Instant): Promise<HandedOver>;
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
      const mail = await acceptMail(request.data, suppression, at);
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
