import type { Published } from "#core/definition/definition.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import { factsOf } from "#core/condition/facts.ts";
import { instantOfId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { entryOf } from "#core/reaction/entries-of.ts";
import { domainEvent } from "#core/reaction/events-of.ts";
import { inOrder } from "#core/reaction/move-enrollments.ts";
import type { Because } from "#core/reason/because.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { considerEnrolling, type Enrolling, starts, type TriggerEvent } from "#core/sequence/trigger.ts";
import type { Entry } from "#core/timeline/entry.ts";
import type { Workshop } from "./workshop.ts";

/** The runs that a fact's events began, and what to tell of them. Runs a first try began are found and told again. */
export interface StartedRuns {
  readonly enrollments: readonly Enrollment[];
  readonly events: readonly DomainEvent[];
  readonly entries: readonly Entry[];
  /** Who was not put in, and why. */
  readonly refused: readonly { readonly sequence: string; readonly because: Because }[];
}

export async function startRuns(
  workshop: Workshop,
  person: Person,
  runs: readonly Enrollment[],
  events: readonly TriggerEvent[],
): Promise<StartedRuns> {
  const started: Enrollment[] = [];
  const refused: { sequence: string; because: Because }[] = [];
  const refusals: Entry[] = [];
  const sequences = inOrder(await workshop.definitions.sequences());
  for (const event of events) {
    for (const sequence of sequences) {
      const outcome = await startRun(workshop, person, runs, event, sequence);
      if (outcome?.kind === "no") {
        refused.push({ sequence: sequence.name, because: outcome.because });
        refusals.push(notEnteredEntry(person, sequence.name, event, outcome.because));
      }
      if (outcome?.kind === "enroll") started.push(outcome.enrollment);
    }
  }
  return {
    enrollments: started,
    events: started.map((run) => enteredEvent(person, run)),
    entries: [...started.map((run) => enteredEntry(person, run)), ...refusals],
    refused,
  };
}

async function startRun(
  workshop: Workshop,
  person: Person,
  runs: readonly Enrollment[],
  event: TriggerEvent,
  sequence: Published<Sequence>,
): Promise<Enrolling | undefined> {
  if (!starts(sequence.artefact, event)) return undefined;
  const { definitions, stores, runtime } = workshop;
  const existing = runs.find((run) => run.sequence === sequence.name);
  if (existing?.trigger === event.id) return { kind: "enroll", enrollment: existing };
  const judging = await definitions.judging();
  const now = runtime.now();
  const facts = factsOf({ person, now, scoring: judging.scoring, declarations: judging.declarations });
  const verdict = considerEnrolling({
    sequence: sequence.artefact,
    version: sequence.version,
    event,
    person,
    // The person's own copy will do to begin with: the list itself is asked before anything is sent.
    suppression: undefined,
    existing,
    now,
    holds: (condition) => judging.conditions.holds(condition, facts),
  });
  if (verdict.kind === "no") return verdict;
  return (await stores.enrollments.start(verdict.enrollment)) === "saved" ? verdict : undefined;
}

function enteredEvent(person: Person, run: Enrollment): DomainEvent {
  return domainEvent("sequence.entered", run.startedAt, run.id, {
    personId: person.id,
    email: person.email,
    sequence: run.sequence,
    version: run.version,
    enrollmentId: run.id,
  });
}

function enteredEntry(person: Person, run: Enrollment): Entry {
  return entryOf(person, run.startedAt, run.id, "sequence.entered", { sequence: run.sequence, version: run.version, run: run.run });
}

/** Who did not get it, and why, is as visible as who did. */
function notEnteredEntry(person: Person, sequence: string, event: TriggerEvent, because: Because): Entry {
  const cause = `${event.id}#${sequence}`;
  return entryOf(person, instantOfId(event.id), cause, "sequence.not-entered", { sequence, because: because.code });
}
