import * as z from "zod";
import type { MessageId, PersonId } from "#core/id/id.ts";
import { type Awaited, lawfulBasisSchema } from "#core/person/consent.ts";
import { becauseSchema } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import { day, type Instant } from "#core/time/instant.ts";
import type { DoubleOptIn } from "./double-opt-in.ts";

const messageIdSchema = z.custom<MessageId>((value) => typeof value === "string" && value.startsWith("msg_"));
const askSchema = z.object({
  messageId: messageIdSchema,
  at: z.number().describe("when it came up: fixed, so that whoever sends it names the same message"),
  why: z.enum(["first", "reminder", "again"]),
});

/**
 * A person's latest request to confirm an agreement: what is asked, by which mails, and until when. One a person; a newer request
 * takes its place and keeps the list of mails, by which an address is never asked more often than it may be.
 *
 * `awaiting` the link may be used. `confirmed` it was, and what follows is still to be done. `settling` all that followed is
 * done, and is looked over once. `parked` its mail cannot leave until somebody looks at it.
 */
export const confirmationSchema = z.object({
  personId: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  rev: z.number().int(),
  request: z.string().describe("the fact that asked"),
  status: z.enum(["awaiting", "confirmed", "settling", "parked", "ended"]),
  given: lawfulBasisSchema,
  email: z.string().optional().describe("the e-mail's definition; absent: Relance's own"),
  validDays: z.number().int(),
  requestedAt: z.number(),
  until: z.number(),
  remindAt: z.number().optional(),
  next: askSchema.optional().describe("the mail that is to leave"),
  mails: z.array(askSchema.extend({ request: z.string() })).describe("the latest that left, newest last"),
  used: z.object({ at: z.number(), messageId: messageIdSchema, ip: z.string().optional() }).optional().describe("the click that confirmed"),
  dueAt: z.number().optional(),
  because: becauseSchema.describe("why it waits until then, or ended"),
  attempts: z.number().int(),
  problem: z.string().optional(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;
export type Ask = NonNullable<Confirmation["next"]>;

/** How many of an address's confirmation mails are remembered, and how many may leave in any 24 hours. */
const rememberedMails = 12;
export const mostADay = 3;
/** Who asks again sooner than this has not looked into their mailbox, or is a machine. */
export const pauseBetween = 10 * 60_000;

/** A request as it begins, or as it takes the place of the one before. Its first mail is due at once. */
export function openConfirmation(input: {
  readonly personId: PersonId;
  readonly awaited: Awaited;
  readonly rule: DoubleOptIn;
  readonly before: Confirmation | undefined;
  readonly messageId: MessageId;
  readonly mayRemind: boolean;
  readonly now: Instant;
}): Confirmation {
  const { awaited, rule, before, now } = input;
  const remindAt = now + (rule.remindAfterDays ?? 0) * day;
  return {
    personId: input.personId,
    rev: (before?.rev ?? 0) + 1,
    request: awaited.request,
    status: "awaiting",
    given: awaited.given,
    ...(rule.email === undefined ? {} : { email: rule.email }),
    validDays: rule.validDays,
    requestedAt: now,
    until: awaited.until,
    ...(rule.remindAfterDays === undefined || !input.mayRemind || remindAt >= awaited.until ? {} : { remindAt }),
    next: { messageId: input.messageId, at: now, why: "first" },
    mails: before?.mails ?? [],
    dueAt: now,
    because: because("asks-to-confirm"),
    attempts: 0,
  };
}

/** The request with its mail asked for once more; undefined where one is on its way, or left a moment ago. */
export function askOnceMore(confirmation: Confirmation, messageId: MessageId, now: Instant): Confirmation | undefined {
  if (confirmation.status !== "awaiting" || confirmation.next !== undefined || now >= confirmation.until) return undefined;
  const last = confirmation.mails.at(-1);
  if ((last !== undefined && now - last.at < pauseBetween) || mayLeaveAt(confirmation, now) > now) return undefined;
  return {
    ...confirmation,
    rev: confirmation.rev + 1,
    next: { messageId, at: now, why: "again" },
    dueAt: now,
    because: because("asked-again-to-confirm"),
    attempts: 0,
  };
}

/** The first instant at which one more mail may leave to this address. */
export function mayLeaveAt({ mails }: Confirmation, now: Instant): Instant {
  const lately = mails.filter(({ at }) => at > now - day);
  const [oldest] = lately.slice(-mostADay);
  return oldest === undefined || lately.length < mostADay ? now : oldest.at + day;
}

/** The request after its mail left. */
export function asked(confirmation: Confirmation, ask: Ask, now: Instant): Confirmation {
  const { next: _, problem: __, ...rest } = confirmation;
  const mails = [...confirmation.mails, { ...ask, at: now, request: confirmation.request }].slice(-rememberedMails);
  const after: Confirmation = { ...rest, rev: confirmation.rev + 1, mails, attempts: 0, because: because("awaiting-confirmation") };
  return { ...after, dueAt: nextLook(after) };
}

/** When the request is to be looked at again: at its reminder, else at its end. */
export function nextLook(confirmation: Confirmation): Instant {
  const { remindAt, until } = confirmation;
  return remindAt !== undefined && !wasReminded(confirmation) ? Math.min(remindAt, until) : until;
}

export function wasReminded({ mails, request }: Confirmation): boolean {
  return mails.some((mail) => mail.request === request && mail.why === "reminder");
}

/** Whether a link of a mail belongs to the request that waits: of one that left, or whose leaving has not been written down yet. */
export function isAskedBy(confirmation: Confirmation, messageId: string): boolean {
  const { mails, next, request } = confirmation;
  return next?.messageId === messageId || mails.some((mail) => mail.messageId === messageId && mail.request === request);
}

/** The request as the click leaves it: from here on what follows is owed, whoever does it. */
export function use(confirmation: Confirmation, used: NonNullable<Confirmation["used"]>, dueAt: Instant): Confirmation {
  const { next: _, problem: __, ...rest } = confirmation;
  return { ...rest, rev: confirmation.rev + 1, status: "confirmed", used, dueAt, because: because("consent-confirmed"), attempts: 0 };
}

/** The request, over: nothing of it is due any more. */
export function endConfirmation(confirmation: Confirmation, why: Confirmation["because"]): Confirmation {
  const { dueAt: _, next: __, problem: ___, ...rest } = confirmation;
  return { ...rest, rev: confirmation.rev + 1, status: "ended", because: why, attempts: 0 };
}
