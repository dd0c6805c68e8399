import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { judgeClick } from "#core/feedback/judge-click.ts";
import { instantOfSesEvent, ourTags, type SesDetail, type SesEvent } from "#core/feedback/ses-event.ts";
import { deterministicId, isId, type MessageId, type PersonId } from "#core/id/id.ts";
import { countRejected } from "#core/insight/count-mail.ts";
import { type Message, messageStates } from "#core/message/message.ts";
import { domainEvent, mailData } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { receiptOf } from "#core/reaction/entries-of.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { applyFact } from "./apply-fact.ts";
import { proveFeedbackAlive } from "./prove-feedback-alive.ts";
import type { Workshop } from "./workshop.ts";

/** A mail of ours that an event speaks of. */
interface Ours {
  readonly personId: PersonId;
  readonly messageId: MessageId;
  readonly at: Instant;
  /** The same for every delivery of the same event. */
  readonly cause: string;
}

/** Applies one event of SES's. Told twice, or out of order, it changes nothing twice. */
export async function applySesEvent(workshop: Workshop, event: SesEvent, log: Logger): Promise<void> {
  const { detail } = event;
  await proveFeedbackAlive(workshop, detail.mail.timestamp);
  await suppressWhereFinal(workshop, detail);
  const tags = ourTags(detail);
  if (tags === undefined || !isId("message", tags.messageId) || !isId("person", tags.personId)) {
    log.info("an event about a mail that is not ours", { eventType: detail.eventType, sesMessageId: detail.mail.messageId });
    return;
  }
  const at = instantOfSesEvent(detail);
  await applyToMessage(workshop, detail, {
    personId: tags.personId,
    messageId: tags.messageId,
    at,
    cause: deterministicId("event", at, detail.eventType, detail.mail.messageId, "click" in detail ? clickLink(detail) : ""),
  });
}

function clickLink(detail: SesDetail): string {
  return detail.eventType === "Click" ? detail.click.link : "";
}

/** A permanent bounce and a complaint suppress the address whoever sent the mail. */
async function suppressWhereFinal(workshop: Workshop, detail: SesDetail): Promise<void> {
  if (detail.eventType === "Bounce" && detail.bounce.bounceType === "Permanent") {
    await suppressAll(workshop, detail.bounce.bouncedRecipients, "bounced", detail.bounce.timestamp, detail.mail.messageId);
  }
  if (detail.eventType === "Complaint") {
    await suppressAll(workshop, detail.complaint.complainedRecipients, "complained", detail.complaint.timestamp, detail.mail.messageId);
  }
}

async function suppressAll(
  workshop: Workshop,
  recipients: readonly { readonly emailAddress: string }[],
  reason: "bounced" | "complained",
  at: Instant,
  from: string,
): Promise<void> {
  for (const { emailAddress } of recipients) {
    const read = readAddress(emailAddress.replace(/^.*<([^>]*)>.*$/s, "$1"));
    if (read.kind === "address") await workshop.stores.addresses.suppress(hashAddress(read.address), { reason, at, from });
  }
}

async function applyToMessage(workshop: Workshop, detail: SesDetail, ours: Ours): Promise<void> {
  const { messages } = workshop.stores;
  const sent = { state: "sent", sesMessageId: detail.mail.messageId } as const;
  switch (detail.eventType) {
    case "Send":
      return settleSent(workshop, detail, ours);
    case "Delivery": {
      const updated = await messages.update(ours.personId, ours.messageId, {
        set: { ...sent, deliveredAt: ours.at },
        from: ["claimed", "sent", "uncertain", "unsent"],
        unless: "deliveredAt",
      });
      const message = updated.kind === "updated" ? updated.message : await messages.find(ours.personId, ours.messageId);
      if (message !== undefined) await tell(workshop, "message.delivered", message, detail, ours);
      return;
    }
    case "Open": {
      const updated = await messages.update(ours.personId, ours.messageId, { set: { openedAt: ours.at }, unless: "openedAt" });
      if (updated.kind === "unchanged") return;
      await signal(workshop, updated.message, "openedAt", ours.at);
      await tell(workshop, "message.opened", updated.message, detail, ours);
      return;
    }
    case "Click":
      return applyClick(workshop, detail, ours);
    case "Bounce": {
      const problem = detail.bounce.bouncedRecipients[0]?.diagnosticCode ?? detail.bounce.bounceSubType ?? "bounced";
      const permanent = detail.bounce.bounceType === "Permanent";
      const updated = await messages.update(ours.personId, ours.messageId, {
        set: { ...sent, problem, ...(permanent ? { bouncedAt: ours.at } : {}) },
      });
      const message = updated.kind === "updated" ? updated.message : undefined;
      await applyFact(workshop, ours.personId, { kind: "bounce", id: ours.cause, at: ours.at, message, permanent, problem });
      return;
    }
    case "Complaint": {
      const updated = await messages.update(ours.personId, ours.messageId, { set: { ...sent, complainedAt: ours.at } });
      const message = updated.kind === "updated" ? updated.message : undefined;
      await applyFact(workshop, ours.personId, { kind: "complaint", id: ours.cause, at: ours.at, message });
      return;
    }
    case "Reject":
      return refuse(workshop, detail, ours, detail.reject.reason ?? "rejected by SES");
    case "Rendering Failure":
    case "RenderingFailure":
      return refuse(workshop, detail, ours, detail.failure.errorMessage ?? "SES could not render it");
    case "DeliveryDelay":
      await messages.update(ours.personId, ours.messageId, { set: { delayedAt: ours.at }, unless: "delayedAt" });
      return;
    case "Subscription":
      return;
  }
}

/** SES has the mail: a claim whose answer was lost is settled. Where the record says so already nothing is written. */
async function settleSent(workshop: Workshop, detail: SesDetail, ours: Ours): Promise<void> {
  const { messages } = workshop.stores;
  const message = await messages.find(ours.personId, ours.messageId, { stale: true });
  if (message === undefined || message.state === "sent" || message.state === "refused") return;
  await messages.update(ours.personId, ours.messageId, {
    set: { state: "sent", sentAt: ours.at, sesMessageId: detail.mail.messageId },
    from: ["claimed", "uncertain", "unsent"],
  });
}

/** SES took the mail and then would not send it. It was counted as sent; whoever turns the record counts it out again. */
async function refuse(workshop: Workshop, detail: SesDetail, ours: Ours, problem: string): Promise<void> {
  const { messages, counters } = workshop.stores;
  const from = messageStates.filter((state) => state !== "refused");
  const updated = await messages.update(ours.personId, ours.messageId, { set: { state: "refused", problem }, from });
  if (updated.kind !== "updated") return;
  for (const count of countRejected(detail.mail.destination[0] ?? "", updated.message)) await counters.addRow(count);
}

async function applyClick(workshop: Workshop, detail: Extract<SesDetail, { eventType: "Click" }>, ours: Ours): Promise<void> {
  const { messages, timeline } = workshop.stores;
  const { link, userAgent } = detail.click;
  const before = await messages.find(ours.personId, ours.messageId);
  if (before === undefined) return;
  const by = judgeClick(before, { at: ours.at, link, userAgent });
  const fact: Fact = { kind: "click", id: ours.cause, at: ours.at, message: before, link, by };
  const receipt = receiptOf({ id: ours.personId }, fact);
  if (receipt !== undefined && (await timeline.has(ours.personId, receipt.id))) return;
  const alreadyNoted = (before.clicks ?? []).some((click) => click.at === ours.at && click.link === link);
  if (!alreadyNoted) await messages.appendClick(ours.personId, ours.messageId, { at: ours.at, link, by });
  if (by === "person") await signal(workshop, before, "clickedAt", ours.at);
  await applyFact(workshop, ours.personId, fact);
}

async function signal(workshop: Workshop, message: Message, name: "clickedAt" | "openedAt", at: Instant): Promise<void> {
  if (message.sequence === undefined || message.enrollmentId === undefined) return;
  await workshop.stores.enrollments.signal(message.personId, message.sequence, message.enrollmentId, name, at);
}

async function tell(
  workshop: Workshop,
  type: "message.delivered" | "message.opened",
  message: Message,
  detail: SesDetail,
  ours: Ours,
): Promise<void> {
  await workshop.bus.publish([domainEvent(type, ours.at, ours.cause, mailData(message, detail.mail.destination[0] ?? ""))]);
}
