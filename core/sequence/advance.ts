import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { because } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";
import { type Resting, restAt } from "./rest.ts";
import type { Verdict } from "./verdict.ts";

/** A verdict whose step was performed. */
export type Performed = Extract<Verdict, { kind: "send" | "skip" | "set" | "notify" }>;

/**
 * The run after a step was performed: at the next step, due when its rest is over, or at its end. `cursor.slot` is fixed
 * here, once: it names the message of the mail that follows.
 */
export function advance(input: Resting & { readonly enrollment: Enrollment; readonly verdict: Performed }): Enrollment {
  const { sequence, enrollment, verdict, now } = input;
  const done = counted(enrollment, verdict, now);
  const step = sequence.steps[verdict.step];
  const next = step !== undefined && "next" in step ? step.next : undefined;
  const following = next === undefined ? undefined : sequence.steps[next];
  if (next === undefined || following === undefined) return endEnrollment(done, "completed", because("ended-completed"), now);
  const rest = restAt(input, following);
  return {
    ...done,
    rev: enrollment.rev + 1,
    status: "active",
    cursor: { step: next, visit: verdict.visit + 1, slot: rest.until },
    dueAt: rest.until,
    because: rest.because,
    attempts: 0,
  };
}

/** What the run remembers of a step that was performed. */
function counted(enrollment: Enrollment, verdict: Performed, now: Instant): Enrollment {
  const { problem: _, ...rest } = enrollment;
  if (verdict.kind !== "send") return rest;
  return { ...rest, signals: { ...rest.signals, sent: rest.signals.sent + 1, lastSentAt: now } };
}
