import { factsOf } from "#core/condition/facts.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { type TakenBack, wasStartedBy } from "#core/enrollment/started-by-move.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import { mailsAtHand } from "#core/merge/merge-runs.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import { entryOf } from "#core/reaction/entries-of.ts";
import { domainEvent } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { considerResuming, endedByTakingBack, type Resuming, wasEndedBy } from "#core/reaction/take-back-runs.ts";
import type { Because } from "#core/reason/because.ts";
import type { Entry } from "#core/timeline/entry.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { blockMail } from "./block-mail.ts";
import { endedEntry, endedEvent, racesBeforeGivingUp } from "./end-runs.ts";
import type { Workshop } from "./workshop.ts";

/** What taking a move back did to the runs, to be told. What a first try had done is told again under the same ids. */
export interface TakenBackRuns {
  readonly ended: readonly Enrollment[];
  readonly resumed: readonly Enrollment[];
  readonly events: readonly DomainEvent[];
  readonly entries: readonly Entry[];
}

/** Ends what a move had begun and lets go on what it had ended, where the fact takes a move back. Each run is stored by itself. */
export async function takeBackRuns(
  workshop: Workshop,
  person: Person,
  runs: readonly Enrollment[],
  fact: Fact,
  { tookBack }: Outcome,
): Promise<TakenBackRuns> {
  if (tookBack?.kind !== "stage") return { ended: [], resumed: [], events: [], entries: [] };
  const ended: Enrollment[] = [];
  const resumed: Enrollment[] = [];
  const refusals: Entry[] = [];
  for (const run of runs) {
    const outcome = await takeBackRun(workshop, person, run, tookBack, fact);
    if (outcome?.kind === "ended") ended.push(outcome.run);
    if (outcome?.kind === "goes-on") resumed.push(outcome.run);
    if (outcome?.kind === "stays-ended") refusals.push(notResumedEntry(person, run, fact, outcome.because));
  }
  return {
    ended,
    resumed,
    events: [...ended.map((run) => endedEvent(person, run)), ...resumed.map((run) => resumedEvent(person, run))],
    entries: [...ended.map((run) => endedEntry(person, run)), ...resumed.map((run) => resumedEntry(person, run)), ...refusals],
  };
}

type Outcomes = Resuming | { readonly kind: "ended"; readonly run: Enrollment };

/** Decides one run anew until its store succeeds; undefined where the move has nothing to do with it, or somebody entered it again. */
async function takeBackRun(
  workshop: Workshop,
  person: Person,
  first: Enrollment,
  move: TakenBack,
  by: Fact,
): Promise<Outcomes | undefined> {
  const { enrollments } = workshop.stores;
  let run: Enrollment | undefined = first;
  for (let race = 0; race < racesBeforeGivingUp && run !== undefined; race++) {
    if (run.resumed?.by === by.id) return { kind: "goes-on", run };
    if (run.endedBy === by.id && run.ending === "taken-back") return { kind: "ended", run };
    const outcome = await decide(workshop, person, run, move, by);
    if (outcome === undefined || outcome.kind === "stays-ended") return outcome;
    if ((await enrollments.save(outcome.run)) === "saved") return outcome;
    run = await enrollments.find(first.personId, first.sequence);
  }
  if (run === undefined) return undefined;
  throw new TransientFault("enrollment-busy", `The run ${first.id} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

async function decide(workshop: Workshop, person: Person, run: Enrollment, move: TakenBack, { id }: Fact): Promise<Outcomes | undefined> {
  const now = workshop.runtime.now();
  if (run.status !== "ended")
    return wasStartedBy(run, move)
      ? { kind: "ended", run: endedByTakingBack(run, !(await areBlocked(workshop, run)), id, now) }
      : undefined;
  if (!wasEndedBy(run, move)) return undefined;
  const [sequence, judging] = await Promise.all([workshop.definitions.sequence(run.sequence, run.version), workshop.definitions.judging()]);
  const { scoring, declarations, conditions } = judging;
  const facts = factsOf({ person, now, scoring, declarations, run: run.signals });
  // The person's own copy of a suppression will do: the list itself is asked before anything is sent.
  return considerResuming({ run, sequence, person, suppression: undefined, by: id, now, holds: (when) => conditions.holds(when, facts) });
}

/** Whether every mail that the run may be about to send is certain not to leave. */
async function areBlocked(workshop: Workshop, run: Enrollment): Promise<boolean> {
  const sequence = await workshop.definitions.sequence(run.sequence, run.version);
  const mails = sequence === undefined ? [] : mailsAtHand(sequence, run, workshop.runtime.now());
  const blocked = await Promise.all(mails.map((mail) => blockMail(workshop, run.personId, run, mail, "ended-taken-back")));
  return !blocked.includes(false);
}

function resumedEvent(person: Person, run: Enrollment): DomainEvent {
  const { sequence, version, id, resumed = { at: run.startedAt, by: "" } } = run;
  const data = { personId: person.id, email: person.email, sequence, version, enrollmentId: id };
  return domainEvent("sequence.resumed", resumed.at, `${id}#${resumed.by}`, data);
}

function resumedEntry(person: Person, run: Enrollment): Entry {
  const { sequence, version, id, resumed = { at: run.startedAt, by: "" } } = run;
  return entryOf(person, resumed.at, `${id}#${resumed.by}`, "sequence.resumed", { sequence, version, run: run.run });
}

function notResumedEntry(person: Person, { sequence, id }: Enrollment, { at, id: by }: Fact, because: Because): Entry {
  return entryOf(person, at, `${id}#${by}`, "sequence.not-resumed", { sequence, because: because.code });
}
