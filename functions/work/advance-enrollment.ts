import type { Suppression } from "#core/address/suppression.ts";
import { factsOf } from "#core/condition/facts.ts";
import { afterFailure } from "#core/due/retry.ts";
import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { instantOfId, type PersonId } from "#core/id/id.ts";
import type { Count } from "#core/insight/count.ts";
import { countSent } from "#core/insight/count-mail.ts";
import { countMoved, hasPassed } from "#core/insight/count-run.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import type { Person } from "#core/person/person.ts";
import type { Brief } from "#core/ports/person-store.ts";
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
import { moveRun } from "./merge/move-runs.ts";
import { standsFor } from "./merge/stands-for.ts";
import { notifyStep, sendStep } from "./perform-step.ts";
import type { SendBudget } from "./send-budget.ts";
import type { Tally } from "./tally.ts";
import type { MailWorkshop } from "./workshop.ts";

/** The most steps one call performs: a run's steps that are due together. Sequences cannot loop; this guards the guard. */
const mostSteps = 20;

/** What became of a run that was due. */
export type Advanced = "advanced" | "not-due" | "raced" | "failed";

/** Under which limits a run may be advanced, and where it is counted. `deadline` is in monotonic time. */
export interface Leave {
  readonly budget: SendBudget;
  readonly tally: Tally;
  readonly deadline: number;
}

/** A person, the run of theirs that is due, and what the suppression list says, as they were read at an instant of monotonic time. */
export interface Reading extends Brief {
  readonly suppression: Suppression | undefined;
  readonly readAt: number;
}

/** A mail is decided on a reading no older than this, in milliseconds: longer waits for leave to send mean reading again. */
const oldestReading = 1_000;

/**
 * Performs what is due in one run: reads, decides, acts, and stores where the run stands then. Each store is conditional
 * on the run being the one that was read, so two who work on it at once do its steps once.
 */
export async function advanceEnrollment(
  workshop: MailWorkshop,
  personId: PersonId,
  sequenceName: string,
  leave: Leave,
  given?: Reading,
): Promise<Advanced> {
  const reading = given !== undefined && isFresh(given) ? given : await readRun(workshop, personId, sequenceName);
  if (reading === undefined || !isDue(reading.enrollment, workshop.runtime.now())) return "not-due";
  try {
    return await performDue(workshop, reading, leave);
  } catch (thrown) {
    return await recordFailure(workshop, reading.enrollment, thrown);
  }
}

/** Reads one run with its person and what the suppression list says, all strongly consistent. */
async function readRun(workshop: MailWorkshop, personId: PersonId, sequenceName: string): Promise<Reading | undefined> {
  const readAt = performance.now();
  const dossier = await workshop.stores.people.dossier(personId);
  const enrollment = dossier?.enrollments.find((candidate) => candidate.sequence === sequenceName);
  if (dossier === undefined || enrollment === undefined) return undefined;
  const { suppression } = await workshop.stores.addresses.find(dossier.person.addressHash);
  return { person: dossier.person, enrollment, suppression, readAt };
}

function isFresh({ readAt }: Reading): boolean {
  return performance.now() - readAt <= oldestReading;
}

function isDue(enrollment: Enrollment, now: number): boolean {
  return enrollment.status === "active" && enrollment.dueAt !== undefined && enrollment.dueAt <= now;
}

async function performDue(workshop: MailWorkshop, first: Reading, leave: Leave): Promise<Advanced> {
  const { definitions, stores, runtime } = workshop;
  const { sequence: name, version } = first.enrollment;
  if (first.person.mergedInto !== undefined) return handOn(workshop, first);
  const sequence = await definitions.sequence(name, version);
  if (sequence === undefined)
    throw new PermanentFault("sequence-missing", `Version ${version} of the sequence ${name} is not in the table.`);
  let reading = first;
  for (let step = 0; step < mostSteps && isDue(reading.enrollment, runtime.now()); step++) {
    let { verdict, work } = await decide(workshop, reading, sequence);
    if (verdict.kind === "send" || verdict.kind === "notify") {
      if (!(await leave.budget.take(leave.deadline))) return "not-due";
      if (!isFresh(reading)) {
        // It had to wait for its turn: what was read may have changed, so it is read and decided again.
        const again = await readRun(workshop, reading.person.id, name);
        if (again?.enrollment.rev !== reading.enrollment.rev) return "raced";
        reading = again;
        ({ verdict, work } = await decide(workshop, reading, sequence));
      }
    }
    const performed = await perform(workshop, work, verdict, leave.budget);
    if ((await stores.enrollments.save(performed.enrollment)) === "conflict") return "raced";
    leave.tally.add(countsOfStep(reading, performed.enrollment, verdict));
    if (performed.enrollment.status === "ended") await stores.timeline.append(endedEntry(reading.person, performed.enrollment));
    const person = performed.personChanged === true ? (await stores.people.dossier(reading.person.id))?.person : undefined;
    reading = { ...reading, enrollment: performed.enrollment, person: person ?? reading.person };
  }
  return "advanced";
}

/** A run that began while its person was being merged into somebody else: it goes on there, or stops. */
async function handOn(workshop: MailWorkshop, { person, enrollment }: Reading): Promise<Advanced> {
  const found = await standsFor(workshop.stores, person.id);
  const cause = person.mergedInto?.merge;
  if (found !== undefined && cause !== undefined) await moveRun(workshop, { from: person.id, to: found.person, cause }, enrollment);
  return "not-due";
}

/** What one store of a run moves. Only whoever's store succeeded counts it: once, however many tried. */
function countsOfStep({ person, enrollment: before }: Reading, after: Enrollment, verdict: Verdict): readonly Count[] {
  const moved = countMoved(before, after, verdict);
  const left = hasPassed(after, verdict);
  if (!left || (verdict.kind !== "send" && verdict.kind !== "notify")) return moved;
  const sentAt = after.signals.lastSentAt ?? after.endedAt ?? after.cursor.slot;
  return [...moved, countSent(person.email, verdict.kind === "send" ? "marketing" : "notice", sentAt)];
}

async function decide(
  workshop: MailWorkshop,
  reading: Reading,
  sequence: Sequence,
): Promise<{ readonly verdict: Verdict; readonly work: Work }> {
  const { person, enrollment, suppression } = reading;
  const planning = await planningOf(workshop, person, enrollment, sequence);
  return { verdict: plan({ ...planning, enrollment, person, suppression }), work: { ...planning, person, enrollment } };
}

type Planning = Awaited<ReturnType<typeof planningOf>>;
type Work = Planning & { readonly person: Person; readonly enrollment: Enrollment };

async function planningOf(workshop: MailWorkshop, person: Person, enrollment: Enrollment, sequence: Sequence) {
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
  budget: SendBudget,
): Promise<{ readonly enrollment: Enrollment; readonly personChanged?: boolean }> {
  const { enrollment, person, now } = work;
  switch (verdict.kind) {
    case "hold":
      await tellHeld(workshop, work, verdict);
      return { enrollment: waiting(enrollment, verdict, verdict) };
    case "wait":
      return { enrollment: waiting(enrollment, verdict, verdict) };
    case "send":
      return { enrollment: await afterDelivery(workshop, work, verdict, await sendStep(workshop, work, verdict, budget)) };
    case "notify":
      return { enrollment: await afterDelivery(workshop, work, verdict, await notifyStep(workshop, work, verdict, budget)) };
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

/** A mail that waits for a night to pass is not worth a line; one that waits for the person is. */
async function tellHeld(
  { stores }: MailWorkshop,
  { person, enrollment }: Work,
  verdict: Extract<Verdict, { kind: "hold" }>,
): Promise<void> {
  if (verdict.because.code !== "awaiting-confirmation") return;
  const { sequence } = enrollment;
  const cause = `${enrollment.id}#${verdict.step}#${verdict.visit}#held`;
  const data = { sequence, step: verdict.step, because: verdict.because.code, until: verdict.until };
  await stores.timeline.append(entryOf(person, verdict.slot, cause, "message.held", data));
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
  const data = {
    ...mailData(message, work.person.email),
    subject: message.subject,
  };
  return domainEvent("message.sent", message.sentAt ?? message.claimedAt, message.id, data, instantOfId(message.id));
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
