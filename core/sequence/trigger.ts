import type { Suppression } from "#core/address/suppression.ts";
import type { Condition } from "#core/condition/condition.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { deterministicId } from "#core/id/id.ts";
import { mayReceive } from "#core/message/may-receive.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Sequence, Trigger } from "./sequence.ts";

/** An event that may start runs. */
export interface TriggerEvent {
  readonly id: string;
  readonly type: string;
  readonly source?: string;
  readonly to?: string;
  /** Of an activity: its name. */
  readonly name?: string;
  /** The sequence a hand put the person into. */
  readonly sequence?: string;
}

/** The type of the event by which a hand puts somebody into a sequence. */
export const enteredByHand = "entered-by-hand";

export type Enrolling = { readonly kind: "enroll"; readonly enrollment: Enrollment } | { readonly kind: "no"; readonly because: Because };

/**
 * Whether an event starts a run of this sequence for this person, and the run as it begins. A hand overrides the audience
 * and the pauses between runs; never the person's own will.
 */
export function considerEnrolling(input: {
  readonly sequence: Sequence;
  readonly version: number;
  readonly event: TriggerEvent;
  readonly person: Person;
  readonly suppression: Suppression | undefined;
  readonly existing: Enrollment | undefined;
  readonly now: Instant;
  readonly holds: (condition: Condition) => boolean;
}): Enrolling {
  const { sequence, event, person, existing, now } = input;
  if (!starts(sequence, event)) return { kind: "no", because: because("not-triggered") };
  const byHand = event.type === enteredByHand;
  const again = byHand ? notIn(existing) : mayReenter(sequence, existing, now);
  if (again !== undefined) return { kind: "no", because: again };
  const may = mayReceive(input);
  // Who is waited for goes in at once: the run is held at its first mail until they have said yes again.
  if (may.kind === "no" && may.until === undefined) return { kind: "no", because: may.because };
  if (!byHand && !input.holds(sequence.audience)) return { kind: "no", because: because("not-in-audience") };
  const run = (existing?.run ?? 0) + 1;
  return {
    kind: "enroll",
    enrollment: {
      id: deterministicId("enrollment", now, person.id, sequence.sequence, String(run), event.id),
      personId: person.id,
      sequence: sequence.sequence,
      version: input.version,
      run,
      rev: (existing?.rev ?? 0) + 1,
      status: "active",
      cursor: { step: sequence.first, visit: 1, slot: now },
      dueAt: now,
      because: because("just-entered"),
      signals: { sent: 0 },
      trigger: event.id,
      startedAt: now,
      attempts: 0,
    },
  };
}

/** Whether an event is what starts a sequence: by its trigger, or a hand that named it. */
export function starts(sequence: Pick<Sequence, "sequence" | "trigger">, event: TriggerEvent): boolean {
  return event.type === enteredByHand ? event.sequence === sequence.sequence : triggers(sequence.trigger, event);
}

function triggers(trigger: Trigger, event: TriggerEvent): boolean {
  if (typeOf(trigger) !== event.type) return false;
  switch (trigger.on) {
    case "submission.received":
      return trigger.source === undefined || trigger.source === event.source;
    case "stage.changed":
    case "lifecycle.changed":
      return trigger.to === event.to;
    case "activity":
      return trigger.name === event.name;
    case "link.clicked":
    case "person.became_client":
      return true;
  }
}

/** The domain event that a trigger waits for. */
function typeOf({ on }: Trigger): string {
  return on === "activity" ? "activity.told" : on;
}

/** Somebody who puts a person in by hand means it: they may come again, but not twice at once. */
function notIn(existing: Enrollment | undefined): Because | undefined {
  return existing === undefined || existing.status === "ended" ? undefined : because("already-in");
}

/** Why somebody who has been here may not come again yet; undefined where they may. */
function mayReenter(sequence: Sequence, existing: Enrollment | undefined, now: Instant): Because | undefined {
  if (existing === undefined) return undefined;
  if (existing.status !== "ended") return because("already-in");
  // It never wrote to them.
  if (existing.ending === "unconfirmed" || (existing.ending === "taken-back" && existing.signals.sent === 0)) return undefined;
  switch (sequence.reentry.kind) {
    case "never":
      return because("once-only");
    case "always":
      return undefined;
    case "after":
      return now - (existing.endedAt ?? existing.startedAt) >= sequence.reentry.milliseconds ? undefined : because("too-soon-again");
  }
}
