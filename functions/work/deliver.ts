import type { Message } from "#core/message/message.ts";
import { settle } from "#core/message/settle.ts";
import type { Mail } from "#core/ports/outside.ts";
import { because } from "#core/reason/sentences.ts";
import type { Because } from "#core/reason/because.ts";
import type { Instant } from "#core/time/instant.ts";
import { hour, minute, second } from "#core/time/instant.ts";
import { probeFeedback, probeTime } from "./probe-feedback.ts";
import type { SendBudget } from "./send-budget.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How long SES has to tell by an event that it has a mail whose handing over was cut short (DESIGN, decision 4). */
export const graceTime = 15 * minute;

/** What became of one delivery: it left (now or before), must wait, can never leave, or a person has to decide. */
export type Delivery =
  | { readonly kind: "sent"; readonly message: Message }
  | { readonly kind: "later"; readonly until: Instant; readonly because: Because }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "uncertain"; readonly because: Because };

/**
 * Hands one mail to SES, once: claim, hand over, record. Whoever finds the claim standing settles it instead of sending
 * again. The leave to send has been taken; `budget` learns here if SES finds us too fast.
 */
export async function deliver(workshop: MailWorkshop, claim: Message, mail: Mail, budget: SendBudget): Promise<Delivery> {
  const claimed = await workshop.stores.messages.claim(claim);
  if (claimed.kind === "claimed") return handOver(workshop, claim, mail, budget);
  return settleStanding(workshop, claimed.by, mail, budget);
}

async function settleStanding(workshop: MailWorkshop, standing: Message, mail: Mail, budget: SendBudget): Promise<Delivery> {
  const now = workshop.runtime.now();
  if (standing.state === "unsent") return claimAgain(workshop, standing, mail, budget);
  const watermark = await workshop.stores.watermark.read();
  const verdict = settle({ message: standing, now, watermark, grace: graceTime });
  switch (verdict.kind) {
    case "already-sent":
      return { kind: "sent", message: standing };
    case "busy":
      return { kind: "later", until: verdict.until, because: because("waiting-for-event") };
    case "wait-for-event":
      // Past the grace time only the silence of the channel itself is in doubt: a mail to nobody settles that.
      if (now >= standing.claimedAt + graceTime && (await probeFeedback(workshop))) {
        return { kind: "later", until: now + probeTime, because: because("waiting-for-event") };
      }
      return { kind: "later", until: verdict.until, because: because("waiting-for-event") };
    case "resend":
      return claimAgain(workshop, standing, mail, budget);
    case "uncertain":
      await workshop.stores.messages.update(standing.personId, standing.id, { set: { state: "uncertain" }, from: ["claimed"] });
      return { kind: "uncertain", because: verdict.because };
    case "refused":
      return { kind: "refused", problem: standing.problem ?? "SES refused it" };
  }
}

async function claimAgain(workshop: MailWorkshop, standing: Message, mail: Mail, budget: SendBudget): Promise<Delivery> {
  const now = workshop.runtime.now();
  const again: Message = { ...standing, state: "claimed", attempt: standing.attempt + 1, claimedAt: now, claimUntil: now + minute };
  const taken = await workshop.stores.messages.reclaim(standing, again.claimedAt, again.claimUntil);
  if (taken === "conflict") return { kind: "later", until: again.claimUntil, because: because("waiting-for-event") };
  return handOver(workshop, again, mail, budget);
}

async function handOver(workshop: MailWorkshop, claim: Message, mail: Mail, budget: SendBudget): Promise<Delivery> {
  const { messages } = workshop.stores;
  const answer = await workshop.mailer.send(mail);
  const now = workshop.runtime.now();
  switch (answer.kind) {
    case "accepted": {
      const sent = { state: "sent", sentAt: now, sesMessageId: answer.sesMessageId } as const;
      await messages.update(claim.personId, claim.id, { set: sent, from: ["claimed", "uncertain"] });
      return { kind: "sent", message: { ...claim, ...sent } };
    }
    case "slow-down":
      budget.slowDown();
      await messages.update(claim.personId, claim.id, { set: { state: "unsent" }, from: ["claimed"] });
      return { kind: "later", until: now + 2 * second, because: because("throttled") };
    case "quota":
      await messages.update(claim.personId, claim.id, { set: { state: "unsent" }, from: ["claimed"] });
      return { kind: "later", until: now + hour, because: because("quota-reached") };
    case "refused":
      await messages.update(claim.personId, claim.id, { set: { state: "refused", problem: answer.problem }, from: ["claimed"] });
      return { kind: "refused", problem: answer.problem };
    case "unknown":
      return { kind: "later", until: claim.claimUntil, because: because("waiting-for-event") };
  }
}
