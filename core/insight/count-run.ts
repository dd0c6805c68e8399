import type { Ending, Enrollment } from "#core/enrollment/enrollment.ts";
import type { Verdict } from "#core/sequence/verdict.ts";
import { type Count, sequenceCounts, stepRow } from "./count.ts";

/** What a run that begins moves: it enters its first step, and waits there. A retry may find it further on. */
export function countStarted(run: Enrollment, first: string): readonly Count[] {
  return [stepCount(run, first, { entered: 1, waiting: 1 })];
}

/** What a run that is ended from outside moves: it waits no more, and ended at the step it stood at. */
export function countEnded(run: Enrollment): readonly Count[] {
  const { step } = run.cursor;
  return [stepCount(run, step, { waiting: -1, ...(run.ending === undefined ? {} : { [endedBy(run.ending)]: 1 }) })];
}

/** What a run that goes on again moves: it waits where it had ended, and has not ended there. */
export function countResumed({ sequence, version, resumed }: Enrollment): readonly Count[] {
  if (resumed === undefined) return [];
  return [stepCount({ sequence, version }, resumed.step, { waiting: 1, [endedBy(resumed.ending)]: -1 })];
}

/**
 * What one store of a run moves, told by the run before and after. A step that was walked to and performed in one go
 * (past a wait that is over, past branches) is entered and left at once, and never waited at.
 */
export function countMoved(before: Enrollment, after: Enrollment, verdict: Verdict): readonly Count[] {
  const performed = performedStep(after, verdict);
  const from = before.cursor.step;
  const at = performed?.step ?? from;
  const counts: Count[] = [stepCount(before, from, { waiting: -1 })];
  if (at !== from) counts.push(stepCount(after, at, { entered: 1 }));
  if (performed !== undefined) counts.push(stepCount(after, at, { [performed.how]: 1 }));
  if (after.status === "ended") {
    if (after.ending !== undefined) counts.push(stepCount(after, at, { [endedBy(after.ending)]: 1 }));
    return counts;
  }
  const to = after.cursor.step;
  counts.push(stepCount(after, to, { waiting: 1 }));
  if (to !== at) counts.push(stepCount(after, to, { entered: 1 }));
  return counts;
}

/** Whether the run, as it is stored, has left the step a verdict was about. A hold or a failure keeps the pass. */
export function hasPassed(after: Enrollment, verdict: Verdict): boolean {
  if (!("visit" in verdict)) return false;
  return after.status === "ended" || (after.status === "active" && after.cursor.visit !== verdict.visit);
}

/** The counter of an ending, as `ended_stage_left`. */
export function endedBy(ending: Ending): string {
  return `ended_${ending.replaceAll("-", "_")}`;
}

/** The step this store has performed, if any. */
function performedStep(
  after: Enrollment,
  verdict: Verdict,
): { readonly step: string; readonly how: "sent" | "skipped" | "done" } | undefined {
  switch (verdict.kind) {
    case "wait":
    case "hold":
    case "exit":
      return undefined;
    case "send":
    case "skip":
    case "set":
    case "notify": {
      if (!hasPassed(after, verdict)) return undefined;
      const how = verdict.kind === "send" ? "sent" : verdict.kind === "skip" ? "skipped" : "done";
      return { step: verdict.step, how };
    }
  }
}

function stepCount(run: Pick<Enrollment, "sequence" | "version">, step: string, add: Count["add"]): Count {
  return { name: sequenceCounts(run.sequence), row: stepRow(run.version, step), add };
}
