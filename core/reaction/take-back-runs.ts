import type { Suppression } from "#core/address/suppression.ts";
import type { Condition } from "#core/condition/condition.ts";
import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { TakenBack } from "#core/enrollment/started-by-move.ts";
import { mayReceive } from "#core/message/may-receive.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import { exitOf } from "#core/sequence/exits.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Instant } from "#core/time/instant.ts";

/** Whether a run that is over goes on again once the move that ended it is taken back. */
export type Resuming = { readonly kind: "goes-on"; readonly run: Enrollment } | { readonly kind: "stays-ended"; readonly because: Because };

/** Whether a move ended this run: itself, or by the planner, who found the stage left before the move came to it. */
export function wasEndedBy(run: Enrollment, move: TakenBack): boolean {
  if (run.status !== "ended" || run.moved !== undefined) return false;
  if (run.endedBy !== undefined) return run.endedBy === move.fact;
  return run.ending === "stage-left" && run.startedAt < move.at && (run.endedAt ?? 0) >= move.at;
}

/**
 * Whether a run goes on that a move had ended, now that the move is taken back. Not if its sequence's version is gone, if the
 * person may not be written to, or if something happened meanwhile that would have ended it: what holds at its next step holds here.
 */
export function considerResuming(input: {
  readonly run: Enrollment;
  readonly sequence: Sequence | undefined;
  readonly person: Person;
  readonly suppression: Suppression | undefined;
  readonly by: string;
  readonly now: Instant;
  readonly holds: (condition: Condition) => boolean;
}): Resuming {
  const { run, sequence, person } = input;
  if (sequence === undefined) return { kind: "stays-ended", because: because("version-gone", { version: run.version }) };
  const may = mayReceive(input);
  // Who is waited for goes on at once, as they would enter: held at the next mail.
  if (may.kind === "no" && may.until === undefined) return { kind: "stays-ended", because: may.because };
  const why = endedMeanwhile(run, sequence, person) ?? exitOf({ ...input, sequence, enrollment: run })?.because;
  return why === undefined ? { kind: "goes-on", run: resumed(run, input.by, input.now) } : { kind: "stays-ended", because: why };
}

/** The run as it stood when it was ended: same step, same pass, so that what it has sent it never sends again. What is overdue is due now. */
function resumed(run: Enrollment, by: string, now: Instant): Enrollment {
  const { stood, ending = "stopped", endedAt: _, endedBy: __, ...rest } = run;
  const { status, dueAt = now, because: why, problem } = stood ?? { status: "active" as const, because: because("just-resumed") };
  return {
    ...rest,
    rev: run.rev + 1,
    status,
    dueAt: status === "active" ? Math.max(dueAt, now) : dueAt,
    because: why,
    ...(problem === undefined ? {} : { problem }),
    resumed: { by, at: now, step: run.cursor.step, ending },
  };
}

/** A run that a move had begun, over because the move is taken back. `wrote`: a mail of it has left, or may have. */
export function endedByTakingBack(run: Enrollment, wrote: boolean, by: string, now: Instant): Enrollment {
  const { signals } = run;
  const ended = endEnrollment(run, "taken-back", because("ended-taken-back"), now);
  return { ...ended, endedBy: by, signals: { ...signals, sent: wrote ? Math.max(signals.sent, 1) : signals.sent } };
}

/** A purchase ends every hope of a sequence, whatever its file says; a reply only where the file does. */
function endedMeanwhile({ endedAt = 0 }: Enrollment, sequence: Sequence, { purchases, touch }: Person): Because | undefined {
  if (purchases !== undefined && purchases.lastAt >= endedAt) return because("ended-bought");
  const replied = touch?.repliedAt !== undefined && touch.repliedAt >= endedAt;
  return replied && sequence.exits.some(({ on }) => on === "replied") ? because("ended-replied") : undefined;
}
