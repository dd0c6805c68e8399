import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import { because } from "#core/reason/sentences.ts";
import { advance } from "#core/sequence/advance.ts";
import { readingOrder } from "#core/sequence/reading-order.ts";
import type { Resting } from "#core/sequence/rest.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { StepAtHand } from "#core/sequence/verdict.ts";
import { type Instant, minute } from "#core/time/instant.ts";

/** Clocks of two machines differ by less. */
const clockMargin = minute;

/**
 * The mails that somebody who read this run a moment ago may be about to send: those that its step at hand leads to without
 * another store of the run between. Each has the name the planner gives it (`core/sequence/plan.ts`).
 */
export function mailsAtHand({ steps }: Sequence, run: Pick<Enrollment, "cursor">, now: Instant): readonly StepAtHand[] {
  const { slot } = run.cursor;
  const found: StepAtHand[] = [];
  const walk = (id: string | undefined, visit: number): void => {
    const step = id === undefined ? undefined : steps[id];
    if (id === undefined || step === undefined) return;
    switch (step.kind) {
      case "send":
      case "notify":
        found.push({ step: id, visit, slot });
        return;
      case "wait":
        if (visit === run.cursor.visit && slot <= now + clockMargin) walk(step.next, visit + 1);
        return;
      case "branch":
        walk(step.yes, visit + 1);
        walk(step.no, visit + 1);
        return;
      case "set":
      case "exit":
    }
  };
  walk(run.cursor.step, run.cursor.visit);
  return found;
}

/** The run past a mail that has left, or may have: it is never sent again. */
export function pastMail(run: Enrollment, mail: StepAtHand, resting: Resting): Enrollment {
  const step = resting.sequence.steps[mail.step];
  const why = because("step-due");
  const verdict =
    step?.kind === "notify"
      ? ({ kind: "notify", ...mail, to: step.to, text: step.text, because: why } as const)
      : ({ kind: "send", ...mail, email: step?.kind === "send" ? step.email : "", because: why } as const);
  return advance({ ...resting, enrollment: run, verdict });
}

/**
 * Of two runs of one sequence by two people who are one: which goes on. The one that stands further on in the order in which
 * the steps are read: all it can still send comes after what the other may have sent, so that nobody gets a step twice. Of
 * two that stand at the same step, the run of the person who stays. A run that is over counts too, unless one may go through again by now.
 */
export function goesOn(
  coming: Enrollment,
  standing: Enrollment | undefined,
  sequence: Sequence,
  now: Instant,
): "coming" | "standing" | "neither" {
  if (standing === undefined) return "coming";
  const isBehind = placeOf(coming, sequence) <= placeOf(standing, sequence);
  if (coming.status === "ended") {
    if (standing.status === "ended") return (coming.endedAt ?? 0) > (standing.endedAt ?? 0) ? "coming" : "neither";
    const hadAll = placeOf(coming, sequence) >= placeOf(standing, sequence);
    return hadAll && !mayGoAgain(sequence, coming, now) ? "neither" : "standing";
  }
  if (standing.status === "ended") return isBehind && !mayGoAgain(sequence, standing, now) ? "neither" : "coming";
  return isBehind ? "standing" : "coming";
}

/** How far somebody has come in a sequence. A step of another version: told by how many they passed. */
function placeOf(run: Enrollment, sequence: Sequence): number {
  const index = readingOrder(sequence).indexOf(run.cursor.step);
  return index < 0 ? run.cursor.visit - 1 : index;
}

function mayGoAgain({ reentry }: Sequence, ended: Enrollment, now: Instant): boolean {
  if (reentry.kind === "after") return now - (ended.endedAt ?? ended.startedAt) >= reentry.milliseconds;
  return reentry.kind === "always";
}

/** The run as it stays behind: over here, going on there. */
export function movedAway(run: Enrollment, to: PersonId, cause: string, now: Instant): Enrollment {
  const { dueAt, status } = run;
  if (status === "ended") return { ...run, rev: run.rev + 1, moved: { to, status } };
  const left = endEnrollment(run, "merged", because("run-moved"), now);
  return { ...left, endedBy: cause, moved: { to, status, ...(dueAt === undefined ? {} : { dueAt }) } };
}

/** The run as it arrives, where `standing` was: under the same id, for it is the same run. */
export function arrived(left: Enrollment, standing: Enrollment | undefined, now: Instant): Enrollment | undefined {
  if (left.moved === undefined) return undefined;
  const { moved, ...rest } = left;
  const { to: personId, status, dueAt } = moved;
  const here = { personId, run: standing === undefined ? left.run : standing.run + 1, rev: Math.max(left.rev, standing?.rev ?? 0) + 1 };
  if (status === "ended") return { ...rest, ...here };
  const { endedAt: _, ending: __, endedBy: ___, ...going } = rest;
  return { ...going, ...here, status, dueAt: dueAt ?? now, attempts: 0 };
}

/** The run as it stops, because the other one goes on. */
export function stopped(run: Enrollment, cause: string, now: Instant): Enrollment {
  return { ...endEnrollment(run, "merged", because("ended-merged"), now), endedBy: cause };
}
