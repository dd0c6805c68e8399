import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Sequence, Step } from "./sequence.ts";
import { nextOpening } from "./window.ts";
import { zoneOf } from "./zone-of.ts";
import type { Zones } from "./zones.ts";

/** What the length of a rest depends on. */
export interface Resting {
  readonly sequence: Sequence;
  readonly person: Pick<Person, "timeZone">;
  readonly now: Instant;
  readonly timeZone: string;
  readonly zones: Zones;
}

/**
 * Until when a run rests at a step it enters now. Only a wait rests; one that leads to a mail is made to end inside that
 * mail's window, so that it is sent and not held.
 */
export function restAt(resting: Resting, step: Step): { readonly until: Instant; readonly because: Because } {
  if (step.kind !== "wait") return { until: resting.now, because: because("step-due") };
  const over = waitOver(resting, step);
  const send = mailAfter(resting.sequence, step);
  if (send === undefined || send.window === "any") return { until: over, because: because("waits") };
  const until = nextOpening(send.window, zoneOf(resting.person, resting.timeZone, resting.zones), over, resting.zones);
  return { until, because: because(until === over ? "waits" : "waits-for-window") };
}

/** The end of a wait. Whole days are calendar days of the person's zone: two days later at the same time, whatever the clocks did. */
function waitOver({ person, now, timeZone, zones }: Resting, step: Extract<Step, { kind: "wait" }>): Instant {
  if (step.calendarDays === undefined) return now + step.milliseconds;
  const zone = zoneOf(person, timeZone, zones);
  return zones.instantOf(zone, now + zones.offsetAt(zone, now) + step.milliseconds);
}

/** The mail a wait leads to. Past a branch it is not known yet; both arms usually begin with one, and then its window is. */
function mailAfter(sequence: Sequence, wait: Extract<Step, { kind: "wait" }>): Extract<Step, { kind: "send" }> | undefined {
  const following = stepOf(sequence, wait.next);
  if (following?.kind === "send") return following;
  if (following?.kind !== "branch") return undefined;
  return [following.yes, following.no].map((arm) => stepOf(sequence, arm)).find((arm) => arm?.kind === "send");
}

function stepOf(sequence: Sequence, id: string | undefined): Step | undefined {
  return id === undefined ? undefined : sequence.steps[id];
}
