import type { Suppression } from "#core/address/suppression.ts";
import type { Condition } from "#core/condition/condition.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { mayReceive } from "#core/message/may-receive.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";
import { exitOf } from "./exits.ts";
import { restAt } from "./rest.ts";
import type { Sequence, Step } from "./sequence.ts";
import type { StepAtHand, Verdict } from "./verdict.ts";
import { isOpen, nextOpening } from "./window.ts";
import { zoneOf } from "./zone-of.ts";
import type { Zones } from "./zones.ts";

/** Everything a decision rests on. `timeZone` is for people whose own is unknown. */
export interface Planning {
  readonly sequence: Sequence;
  readonly enrollment: Enrollment;
  readonly person: Person;
  readonly suppression: Suppression | undefined;
  readonly now: Instant;
  readonly timeZone: string;
  readonly zones: Zones;
  readonly holds: (condition: Condition) => boolean;
}

/** A run has this many steps at most between two stores; the graph has no circle, this guards against one. */
const mostSteps = 200;

/**
 * The planner: what to do with one run now, and why. Exits come first; then waits that are over and branches are walked
 * through, which needs no store; then the step at hand is judged as of now. Overdue mail is judged anew, never just sent.
 */
export function plan(planning: Planning): Verdict {
  const exit = exitOf(planning);
  if (exit !== undefined) return exit;
  let at: StepAtHand = planning.enrollment.cursor;
  for (let walked = 0; walked < mostSteps; walked++) {
    const step = planning.sequence.steps[at.step];
    if (step === undefined) return { kind: "exit", ending: "stopped", because: because("step-gone", { step: at.step }) };
    const walk = stepVerdict(planning, step, at);
    if ("kind" in walk) return walk;
    if (walk.next === undefined) return { kind: "exit", ending: "completed", because: because("ended-completed") };
    at = { step: walk.next, visit: at.visit + 1, slot: at.slot };
  }
  return { kind: "exit", ending: "stopped", because: because("too-many-steps") };
}

/** A verdict on the step, or where to walk on to. */
function stepVerdict(planning: Planning, step: Step, at: StepAtHand): Verdict | { readonly next: string | undefined } {
  switch (step.kind) {
    case "wait": {
      if (at.visit !== planning.enrollment.cursor.visit) {
        const rest = restAt(planning, step);
        return { kind: "wait", ...at, slot: rest.until, ...rest };
      }
      return planning.now >= at.slot ? { next: step.next } : { kind: "wait", ...at, until: at.slot, because: planning.enrollment.because };
    }
    case "branch":
      return { next: planning.holds(step.when) ? step.yes : step.no };
    case "set":
      return { kind: "set", ...at, attributes: step.attributes, stage: step.stage, because: because("step-due") };
    case "notify":
      return { kind: "notify", ...at, to: step.to, text: step.text, because: because("step-due") };
    case "exit":
      return { kind: "exit", ending: "exited", because: because("step-exit", { why: step.because }) };
    case "send":
      return sendVerdict(planning, step, at);
  }
}

/** Held for a second yes; when its time has passed, the run is over: it has nothing to wait for. */
function awaiting(may: { readonly because: Because; readonly until?: Instant }, at: StepAtHand, now: Instant): Verdict {
  const { until = now } = may;
  if (now >= until) return { kind: "exit", ending: "unconfirmed", because: because("ended-unconfirmed") };
  return { kind: "hold", ...at, until, because: may.because };
}

function sendVerdict(planning: Planning, step: Extract<Step, { kind: "send" }>, at: StepAtHand): Verdict {
  const { person, suppression, now, zones } = planning;
  const may = mayReceive({ person, suppression });
  if (may.kind === "no") {
    if (may.until !== undefined) return awaiting(may, at, now);
    return may.final ? { kind: "exit", ending: "suppressed", because: may.because } : { kind: "skip", ...at, because: may.because };
  }
  if (step.window === "any") return { kind: "send", ...at, email: step.email, because: because("asked-for") };
  const zone = zoneOf(person, planning.timeZone, zones);
  if (isOpen(step.window, zone, now, zones)) return { kind: "send", ...at, email: step.email, because: because("step-due") };
  const until = nextOpening(step.window, zone, now, zones);
  return { kind: "hold", ...at, until, because: because("outside-window", { zone }) };
}
