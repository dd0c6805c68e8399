import type { Confirmation } from "#core/consent/confirmation.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { MessageId, PersonId } from "#core/id/id.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import { mayDo } from "#core/message/settle.ts";
import { because } from "#core/reason/sentences.ts";
import { dueItemOf, enrollmentOfDue, personOfDue } from "#functions/adapters/dynamo/table.ts";
import type { Workshop } from "./workshop.ts";

export type Decision = "retry" | "resend" | "count-as-sent";

export type Retried =
  | { readonly kind: "due" }
  | { readonly kind: "unknown" }
  | { readonly kind: "refused"; readonly detail: string; readonly remedy: string };

const raced: Retried = { kind: "refused", detail: "It has changed meanwhile.", remedy: "Read the list again." };

/** Makes parked work due again. Of an uncertain mail a person says first what they believe became of it. */
export async function retryParked(
  workshop: Workshop,
  key: { readonly pk: string; readonly sk: string },
  decision: Decision,
): Promise<Retried> {
  const { kind } = dueItemOf({ ...key, du: 0 });
  if (kind === "submission") return retrySubmission(workshop, key);
  if (kind === "confirmation" && key.pk.startsWith("per_")) return retryConfirmation(workshop, personOfDue(key), decision);
  if (kind === "review" || !key.pk.startsWith("per_")) return { kind: "unknown" };
  const { personId, sequence } = enrollmentOfDue(key);
  const enrollment = await workshop.stores.enrollments.find(personId, sequence);
  if (enrollment?.status !== "parked") return { kind: "unknown" };
  const refused = await decideMessage(workshop, personId, messageIdOf(enrollment, enrollment.cursor), decision);
  if (refused !== undefined) return refused;
  const { problem: _, ...rest } = enrollment;
  const again: Enrollment = {
    ...rest,
    rev: enrollment.rev + 1,
    status: "active",
    dueAt: workshop.runtime.now(),
    because: because("retried-by-hand"),
    attempts: 0,
  };
  return (await workshop.stores.enrollments.save(again)) === "saved" ? { kind: "due" } : raced;
}

/** The same of a mail that asks to confirm. */
async function retryConfirmation(workshop: Workshop, personId: PersonId, decision: Decision): Promise<Retried> {
  const { confirmations } = workshop.stores;
  const confirmation = await confirmations.find(personId);
  if (confirmation?.status !== "parked") return { kind: "unknown" };
  const { problem: _, next, ...rest } = confirmation;
  const refused = next === undefined ? undefined : await decideMessage(workshop, personId, next.messageId, decision);
  if (refused !== undefined) return refused;
  const again: Confirmation = {
    ...rest,
    ...(next === undefined ? {} : { next }),
    rev: confirmation.rev + 1,
    status: confirmation.used === undefined ? "awaiting" : "confirmed",
    dueAt: workshop.runtime.now(),
    because: because("retried-by-hand"),
    attempts: 0,
  };
  return (await confirmations.save(again)) === "saved" ? { kind: "due" } : raced;
}

/** Writes a person's decision into the message's record, where the work that is retried will find it. */
async function decideMessage(workshop: Workshop, personId: PersonId, id: MessageId, decision: Decision): Promise<Retried | undefined> {
  const { messages } = workshop.stores;
  const message = await messages.find(personId, id);
  const uncertain = message?.state === "uncertain";
  if (decision === "retry") {
    if (uncertain)
      return { kind: "refused", detail: "Nobody can tell whether SES has this mail.", remedy: "Decide: `resend`, or `count-as-sent`." };
    // SES refused it once; whoever retries has mended the reason.
    if (message?.state === "refused") await messages.update(personId, id, { set: { state: "unsent" }, from: ["refused"] });
    return undefined;
  }
  if (message === undefined || !mayDo(decision, message.state)) {
    return { kind: "refused", detail: "This work has no mail that this could be decided of.", remedy: "Use `retry`." };
  }
  const set = decision === "resend" ? ({ state: "unsent" } as const) : ({ state: "sent", sentAt: message.claimedAt } as const);
  const updated = await messages.update(personId, id, { set, from: [message.state] });
  return updated.kind === "updated" ? undefined : raced;
}

async function retrySubmission(workshop: Workshop, key: { readonly pk: string; readonly sk: string }): Promise<Retried> {
  const submission = await workshop.stores.submissions.findByKey(key);
  if (submission?.status !== "parked") return { kind: "unknown" };
  const again = { ...submission, rev: submission.rev + 1, status: "pending" as const, dueAt: workshop.runtime.now(), attempts: 0 };
  return (await workshop.stores.submissions.save(again)) === "saved" ? { kind: "due" } : raced;
}
