import type { Message } from "#core/message/message.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Instant } from "#core/time/instant.ts";
import { type Count, dayOf, dayRow, mailCounts, sequenceCounts, stepRow } from "./count.ts";
import { mailboxGroupOf } from "./mailbox-group.ts";

/**
 * The row of mails that steps send to ourselves: they cost as much, and say nothing of how strangers' mailboxes take us. The
 * notice of a reply is not in it; there is one for each of `replies`.
 */
export const notices = "notices";

/** A mail that left, to somebody in the base or to ourselves. */
export function countSent(email: string, purpose: Message["purpose"], at: Instant): Count {
  const group = purpose === "notice" ? notices : mailboxGroupOf(email);
  return { name: mailCounts, row: dayRow(dayOf(at), group), add: { sent: 1 } };
}

/**
 * A mail that SES took and then would not send, as one with a virus. It was counted as sent, in its day and at its step, and
 * whoever reads takes it out again.
 */
export function countRejected(email: string, message: Message): readonly Count[] {
  const group = message.purpose === "notice" ? notices : mailboxGroupOf(email);
  return [{ name: mailCounts, row: dayRow(dayOf(sentAt(message)), group), add: { rejected: 1 } }, ...stepCount(message, "rejected")];
}

function sentAt(message: Pick<Message, "sentAt" | "claimedAt">): Instant {
  return message.sentAt ?? message.claimedAt;
}

/**
 * What a fact about a mail moves: in the day and mailbox group it was *sent* under, so that a rate never passes the whole;
 * and at the step that sent it. `message` is the mail the fact is about, where it is known.
 */
export function countMailFact(email: string, fact: Fact, message: Message | undefined): readonly Count[] {
  if (fact.kind === "bounce") {
    const counter = fact.permanent ? "bounced_permanent" : "bounced_transient";
    return [mailCount(email, dayOfSending(fact, message), counter), ...stepCount(message, "bounced")];
  }
  if (fact.kind === "complaint") return [mailCount(email, dayOfSending(fact, message), "complained"), ...stepCount(message, "complained")];
  if (fact.kind === "unsubscribe")
    return [mailCount(email, dayOfSending(fact, message), "unsubscribed"), ...stepCount(message, "unsubscribed")];
  if (fact.kind === "click" && fact.by === "person" && isFirstClick(fact)) return stepCount(message, "clicked");
  if (fact.kind === "reply" && !fact.automatic && isFirstReply(fact, message)) return stepCount(message, "replied");
  return [];
}

function dayOfSending(fact: Fact, message: Message | undefined): Instant {
  return message === undefined ? fact.at : sentAt(message);
}

function mailCount(email: string, at: Instant, counter: string): Count {
  return { name: mailCounts, row: dayRow(dayOf(at), mailboxGroupOf(email)), add: { [counter]: 1 } };
}

function stepCount(message: Message | undefined, counter: string): readonly Count[] {
  if (message?.sequence === undefined || message.version === undefined) return [];
  return [{ name: sequenceCounts(message.sequence), row: stepRow(message.version, message.step), add: { [counter]: 1 } }];
}

/** A person who clicks three links of a mail has clicked it once. The click itself may stand in the record by now. */
function isFirstClick(fact: Extract<Fact, { kind: "click" }>): boolean {
  const others = (fact.message.clicks ?? []).filter((click) => click.at !== fact.at || click.link !== fact.link);
  return !others.some((click) => click.by === "person");
}

function isFirstReply(fact: Extract<Fact, { kind: "reply" }>, message: Message | undefined): boolean {
  return message?.repliedAt === undefined || message.repliedAt === fact.at;
}
