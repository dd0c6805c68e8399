import { factsOf } from "#core/condition/facts.ts";
import { afterFailure } from "#core/due/retry.ts";
import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import type { Dossier } from "#core/ports/stores.ts";
import { domainEvent, mailData } from "#core/reaction/events-of.ts";
import { entryOf } from "#core/reaction/entries-of.ts";
import { because } from "#core/reason/sentences.ts";
import type { Message } from "#core/message/message.ts";
import { advance } from "#core/sequence/advance.ts";
import { plan } from "#core/sequence/plan.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Verdict } from "#core/sequence/verdict.ts";
import { describeFault, PermanentFault } from "#functions/runtime/faults.ts";
import { applyFact } from "./apply-fact.ts";
import type { Delivery } from "./deliver.ts";
import { endedEntry, endedEvent } from "./end-runs.ts";
import { notifyStep, sendStep } from "./perform-step.ts";
import type { SendBudget } from "./send-budget.ts";
import type { MailWorkshop } from "./workshop.ts";

/** The most steps one call performs: a run's steps that are due together. Sequences cannot loop; this guards the guard. */
const mostSteps = 20;

/** What became of a run that was due. */
export type Advanced = "advanced" | "not-due" | "raced" | "failed";

/** Under which limits a run may be advanced. `deadline` is in monotonic time. */
export interface Leave {
  readonly budget: SendBudget;
  readonly deadline: number;
}

/**
 * Performs what is due in one run: reads, decides, acts, and stores where the run stands then. Each store is conditional
 * on the run being the one that was read, so two who work on it at once do its steps once.
 */
export async function advanceEnrollment(workshop: MailWorkshop, personId: PersonId, sequenceName: string, leave: Leave): Promise<Advanced> {
  const dossier = await workshop.stores.people.dossier(personId);
  const enrollment = dossier?.enrollments.find((candidate) => candidate.sequence === sequenceName);
  if (dossier === undefined || enrollment === undefined || !isDue(enrollment, workshop.runtime.now())) return "not-due";
  try {
    return await performDue(workshop, dossier, enrollment, leave);
  } catch (thrown) {
    return await recordFailure(workshop, enrollment, thrown);
  }
}

function isDue(enrollment: Enrollment, now: number): boolean {
  return enrollment.status === "active" && enrollment.dueAt !== undefined && enrollment.dueAt <= now;
}

async function performDue(workshop: MailWorkshop, dossier: Dossier, first: Enrollment, leave: Leave): Promise<Advanced> {
  const { definitions, stores, runtime } = workshop;
  const sequence = await definitions.sequence(first.sequence, first.version);
  if (sequence === undefined)
    throw new PermanentFault("sequence-missing", `Version ${first.version} of the sequence ${first.sequence} is not in the table.`);
  const address = await stores.addresses.find(dossier.person.addressHash);
  let { person } = dossier;
  let enrollment = first;
  for (let step = 0; step < mostSteps && isDue(enrollment, runtime.now()); step++) {
    const planning = await planningOf(workshop, person, enrollment, sequence);
    const verdict = plan({ ...planning, enrollment, person, suppression: address.suppression });
    const performed = await perform(workshop, { ...planning, person, enrollment }, verdict, leave);
    if ((await stores.enrollments.save(performed.enrollment)) === "conflict") return "raced";
    if (performed.enrollment.status === "ended") {
      await stores.timeline.append(endedEntry(person, performed.enrollment));
    }
    enrollment = performed.enrollment;
    if (performed.personChanged) person = (await stores.people.dossier(person.id))?.person ?? person;
  }
  return "advanced";
}

type Planning = Awaited<ReturnType<typeof planningOf>>;
type Work = Planning & { readonly person: Dossier["person"]; readonly enrollment: Enrollment };

async function planningOf(workshop: MailWorkshop, person: Dossier["person"], enrollment: Enrollment, sequence: Sequence) {
  const { definitions, runtime } = workshop;
  const [settings, judging] = await Promise.all([definitions.settings(), definitions.judging()]);
  const now = runtime.now();
  const facts = factsOf({ person, now, scoring: judging.scoring, declarations: judging.declarations, run: enrollment.signals });
  return {
    sequence,
    now,
    timeZone: settings.timeZone,
    zones: definitions.zones,
    holds: (condition: string) => judging.conditions.holds(condition, facts),
  };
}

/** Performs one verdict; answers the run as it is to be stored. What it tells the bus it tells before the store: at least once. */
async function perform(
  workshop: MailWorkshop,
  work: Work,
  verdict: Verdict,
  leave: Leave,
): Promise<{ readonly enrollment: Enrollment; readonly personChanged?: boolean }> {
  const { enrollment, person, now } = work;
  switch (verdict.kind) {
    case "wait":
    case "hold":
      return { enrollment: waiting(enrollment, verdict, verdict) };
    case "send":
      return { enrollment: await afterDelivery(workshop, work, verdict, await sendStep(workshop, work, verdict, leave)) };
    case "notify":
      return { enrollment: await afterDelivery(workshop, work, verdict, await notifyStep(workshop, work, verdict, leave)) };
    case "skip": {
      const cause = `${enrollment.id}#${verdict.step}#${verdict.visit}`;
      await workshop.stores.timeline.append(
        entryOf(person, verdict.slot, cause, "message.skipped", {
          sequence: enrollment.sequence,
          step: verdict.step,
          because: verdict.because.code,
          ...(verdict.because.data === undefined ? {} : { data: verdict.because.data }),
        }),
      );
      return { enrollment: advance({ ...work, verdict }) };
    }
    case "set":
      await applyFact(workshop, person.id, {
        kind: "set",
        id: `${enrollment.id}#${verdict.step}#${verdict.visit}`,
        at: verdict.slot,
        attributes: verdict.attributes,
        stage: verdict.stage,
        by: `sequence:${enrollment.sequence}`,
      });
      return { enrollment: advance({ ...work, verdict }), personChanged: true };
    case "exit": {
      const ended = endEnrollment(enrollment, verdict.ending, verdict.because, now);
      await workshop.bus.publish([endedEvent(person, ended)]);
      return { enrollment: ended };
    }
  }
}

async function afterDelivery(
  workshop: MailWorkshop,
  work: Work,
  verdict: Extract<Verdict, { kind: "send" | "notify" }>,
  delivery: Delivery,
): Promise<Enrollment> {
  switch (delivery.kind) {
    case "sent": {
      const next = advance({ ...work, verdict });
      const events = [sentEvent(work, delivery.message), ...(next.status === "ended" ? [endedEvent(work.person, next)] : [])];
      await workshop.bus.publish(verdict.kind === "send" ? events : events.slice(1));
      return next;
    }
    case "later":
      return waiting(work.enrollment, delivery, verdict);
    case "refused":
      return parked(work.enrollment, because("refused-by-ses", { problem: delivery.problem }), delivery.problem, work.now, verdict);
    case "uncertain":
      return parked(work.enrollment, delivery.because, "uncertain", work.now, verdict);
  }
}

function sentEvent(work: Work, message: Message): DomainEvent {
  return domainEvent("message.sent", message.sentAt ?? message.claimedAt, message.id, {
    ...mailData(message, work.person.email),
    subject: message.subject,
  });
}

/** The run held at a step: its cursor is what names the message, so it is kept for whoever comes next. */
function waiting(
  enrollment: Enrollment,
  hold: { readonly until: number; readonly because: Enrollment["because"] },
  at?: { readonly step: string; readonly visit: number; readonly slot: number },
): Enrollment {
  const cursor = at === undefined ? enrollment.cursor : { step: at.step, visit: at.visit, slot: at.slot };
  return { ...enrollment, rev: enrollment.rev + 1, cursor, dueAt: hold.until, because: hold.because, attempts: 0 };
}

function parked(
  enrollment: Enrollment,
  reason: Enrollment["because"],
  problem: string,
  now: number,
  at?: { readonly step: string; readonly visit: number; readonly slot: number },
): Enrollment {
  const cursor = at === undefined ? enrollment.cursor : { step: at.step, visit: at.visit, slot: at.slot };
  return { ...enrollment, rev: enrollment.rev + 1, status: "parked", cursor, dueAt: now, because: reason, problem };
}

async function recordFailure(workshop: MailWorkshop, enrollment: Enrollment, thrown: unknown): Promise<Advanced> {
  const { runtime, stores } = workshop;
  const problem = describeFault(thrown);
  const now = runtime.now();
  const random = (runtime.random(1)[0] ?? 0) / 256;
  const verdict = afterFailure({ attempts: enrollment.attempts, now, problem, random });
  const parkedNow = verdict.kind === "park" || thrown instanceof PermanentFault;
  const reason = verdict.kind === "park" ? verdict.because : because("failed", { problem });
  const after: Enrollment = parkedNow
    ? { ...parked(enrollment, reason, problem, now), attempts: enrollment.attempts + 1 }
    : {
        ...waiting(enrollment, { until: verdict.kind === "retry" ? verdict.at : now, because: because("retrying", { problem }) }),
        attempts: enrollment.attempts + 1,
        problem,
      };
  await stores.enrollments.save(after);
  return "failed";
}
