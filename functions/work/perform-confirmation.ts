import { asked, type Confirmation, endConfirmation } from "#core/consent/confirmation.ts";
import { type ConfirmationVerdict, planConfirmation } from "#core/consent/plan-confirmation.ts";
import { afterFailure } from "#core/due/retry.ts";
import type { PersonId } from "#core/id/id.ts";
import { instantOfId } from "#core/id/id.ts";
import { countSent } from "#core/insight/count-mail.ts";
import type { Person } from "#core/person/person.ts";
import { domainEvent, mailData } from "#core/reaction/events-of.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import { minute } from "#core/time/instant.ts";
import { describeFault, PermanentFault } from "#functions/runtime/faults.ts";
import type { Leave } from "./advance-enrollment.ts";
import { advanceStarted } from "./advance-started.ts";
import { applyFact } from "./apply-fact.ts";
import type { Delivery } from "./deliver.ts";
import { racesBeforeGivingUp } from "./end-runs.ts";
import { standsFor } from "./merge/stands-for.ts";
import { releaseRuns } from "./release-runs.ts";
import { sendConfirmation } from "./send-confirmation.ts";
import type { MailWorkshop } from "./workshop.ts";

/** After this long what was confirmed is looked over: a run may have been held by whoever had read the person a moment before. */
const lookOverAfter = 2 * minute;

/**
 * Performs what is due of a person's request to confirm: sends its mail, lets it lapse, or does what the click owes. False if
 * it failed and was put off or parked.
 */
export async function performConfirmation(workshop: MailWorkshop, personId: PersonId, leave: Leave): Promise<boolean> {
  const { stores, runtime } = workshop;
  const confirmation = await stores.confirmations.find(personId);
  if (confirmation?.dueAt === undefined || confirmation.status === "parked" || confirmation.dueAt > runtime.now()) return true;
  try {
    await performDue(workshop, confirmation, leave);
    return true;
  } catch (thrown) {
    await recordFailure(workshop, confirmation, thrown);
    return false;
  }
}

async function performDue(workshop: MailWorkshop, confirmation: Confirmation, leave: Leave): Promise<void> {
  const { stores, runtime } = workshop;
  const dossier = await standsFor(stores, confirmation.personId);
  if (dossier === undefined) return;
  const { person } = dossier;
  const { suppression } = await stores.addresses.find(person.addressHash);
  const verdict = planConfirmation({ confirmation, person, suppression, now: runtime.now() });
  switch (verdict.kind) {
    case "send":
      return ask(workshop, { person, confirmation, verdict }, leave);
    case "wait":
      return put(workshop, { ...confirmation, rev: confirmation.rev + 1, dueAt: verdict.until, because: verdict.because });
    case "lapse":
      await applyFact(workshop, confirmation.personId, {
        kind: "lapse",
        id: `${confirmation.request}#lapsed`,
        at: runtime.now(),
        request: confirmation.request,
        because: verdict.because,
        given: confirmation.given,
      });
      return put(workshop, endConfirmation(confirmation, because(verdict.because)));
    case "end":
      return put(workshop, endConfirmation(confirmation, verdict.because));
    case "apply":
      return applyUse(workshop, person, confirmation, leave);
    case "look-over":
      await advanceStarted(workshop, await releaseRuns(workshop, person.id), leave);
      return put(workshop, endConfirmation(confirmation, because("consent-confirmed")));
  }
}

/** What the click owes: the agreement, an opt-out of before taken back, and the runs that were held. Each may be done again. */
async function applyUse(workshop: MailWorkshop, person: Person, confirmation: Confirmation, leave: Leave): Promise<void> {
  const { used, request, given } = confirmation;
  if (used === undefined) return;
  const { at, messageId, ip } = used;
  await applyFact(workshop, confirmation.personId, { kind: "confirm", id: `${request}#confirmed`, at, request, messageId, ip, given });
  const after = (await workshop.stores.people.dossier(person.id))?.person;
  if (after?.consent.marketing?.confirmedBy === messageId && after.suppressed === undefined) {
    await workshop.stores.addresses.welcomeBack(person.addressHash, at);
  }
  const released = await releaseRuns(workshop, person.id);
  const dueAt = workshop.runtime.now() + lookOverAfter;
  await put(workshop, { ...confirmation, rev: confirmation.rev + 1, status: "settling", dueAt, attempts: 0 });
  await advanceStarted(workshop, released, leave);
}

interface Asking {
  readonly person: Person;
  readonly confirmation: Confirmation;
  readonly verdict: Extract<ConfirmationVerdict, { kind: "send" }>;
}

async function ask(workshop: MailWorkshop, { person, confirmation, verdict }: Asking, leave: Leave): Promise<void> {
  if (!(await leave.budget.take(leave.deadline))) return;
  const { ask: next } = verdict;
  const delivery = await sendConfirmation(workshop, { person, confirmation, ask: next, because: verdict.because }, leave.budget);
  if (delivery.kind === "sent") return recordAsked(workshop, { person, confirmation, verdict }, delivery, leave);
  const held = { ...confirmation, rev: confirmation.rev + 1, next };
  if (delivery.kind === "later") return put(workshop, { ...held, dueAt: delivery.until, because: delivery.because });
  const why = delivery.kind === "refused" ? because("refused-by-ses", { problem: delivery.problem }) : delivery.because;
  return put(workshop, parked(held, why, delivery.kind === "refused" ? delivery.problem : "uncertain", workshop.runtime.now()));
}

/** A mail that left is remembered, whoever changed the request meanwhile: the next one counts on it. */
async function recordAsked(
  workshop: MailWorkshop,
  { person, confirmation, verdict }: Asking,
  { message }: Extract<Delivery, { kind: "sent" }>,
  leave: Leave,
): Promise<void> {
  const { stores, runtime, bus } = workshop;
  const data = { ...mailData(message, person.email), subject: message.subject };
  await bus.publish([domainEvent("message.sent", message.sentAt ?? message.claimedAt, message.id, data, instantOfId(message.id))]);
  let standing: Confirmation | undefined = confirmation;
  for (let race = 0; race < racesBeforeGivingUp && standing !== undefined; race++) {
    if (standing.mails.some(({ messageId }) => messageId === message.id)) return;
    const isTheirs = standing.request === confirmation.request && standing.status === "awaiting";
    const mail = { ...verdict.ask, at: message.sentAt ?? runtime.now(), request: confirmation.request };
    const after = isTheirs
      ? asked(standing, verdict.ask, mail.at)
      : { ...standing, rev: standing.rev + 1, mails: [...standing.mails, mail] };
    if ((await stores.confirmations.save(after)) === "saved") return leave.tally.add([countSent(person.email, "confirmation", mail.at)]);
    standing = await stores.confirmations.find(confirmation.personId);
  }
}

function parked(confirmation: Confirmation, why: Because, problem: string, now: number): Confirmation {
  return { ...confirmation, status: "parked", dueAt: now, because: why, problem };
}

/** What lost a race is decided anew by whoever won it. */
async function put({ stores }: MailWorkshop, confirmation: Confirmation): Promise<void> {
  await stores.confirmations.save(confirmation);
}

async function recordFailure(workshop: MailWorkshop, confirmation: Confirmation, thrown: unknown): Promise<void> {
  const { runtime } = workshop;
  const problem = describeFault(thrown);
  const now = runtime.now();
  const random = (runtime.random(1)[0] ?? 0) / 256;
  const verdict = afterFailure({ attempts: confirmation.attempts, now, problem, random });
  const next = { ...confirmation, rev: confirmation.rev + 1, attempts: confirmation.attempts + 1 };
  const isFinal = verdict.kind === "park" || thrown instanceof PermanentFault;
  const why = verdict.kind === "park" ? verdict.because : because(isFinal ? "failed" : "retrying", { problem });
  await put(
    workshop,
    isFinal ? parked(next, why, problem, now) : { ...next, dueAt: verdict.kind === "retry" ? verdict.at : now, because: why, problem },
  );
}
