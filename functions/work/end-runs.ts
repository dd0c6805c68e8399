import type { EndingFact } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";
import type { Person } from "#core/person/person.ts";
import { entryOf } from "#core/reaction/entries-of.ts";
import { domainEvent } from "#core/reaction/events-of.ts";
import { endedRun } from "#core/reaction/move-enrollments.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Entry } from "#core/timeline/entry.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import type { Workshop } from "./workshop.ts";

/** How often a write that lost a race is decided anew before the whole work is left to a later try. */
export const racesBeforeGivingUp = 8;

/** What ended, to be told to the bus and the timeline. Runs a first try had ended are told again under the same ids. */
export interface EndedRuns {
  readonly enrollments: readonly Enrollment[];
  readonly events: readonly DomainEvent[];
  readonly entries: readonly Entry[];
}

export async function endRuns(
  workshop: Workshop,
  person: Person,
  enrollments: readonly Enrollment[],
  facts: readonly EndingFact[],
  cause: { readonly id: string },
): Promise<EndedRuns> {
  if (facts.length === 0) return { enrollments: [], events: [], entries: [] };
  const ended: Enrollment[] = [];
  for (const enrollment of enrollments) {
    const run = await endRun(workshop, enrollment, facts, cause.id);
    if (run !== undefined) ended.push(run);
  }
  return { enrollments: ended, events: ended.map((run) => endedEvent(person, run)), entries: ended.map((run) => endedEntry(person, run)) };
}

async function endRun(workshop: Workshop, first: Enrollment, facts: readonly EndingFact[], cause: string): Promise<Enrollment | undefined> {
  let enrollment: Enrollment | undefined = first;
  for (let race = 0; race < racesBeforeGivingUp && enrollment !== undefined; race++) {
    if (enrollment.endedBy === cause) return enrollment;
    const sequence: Sequence | undefined = await workshop.definitions.sequence(enrollment.sequence, enrollment.version);
    if (sequence === undefined) return undefined;
    const ended = endedRun(enrollment, sequence, facts, cause, workshop.runtime.now());
    if (ended === undefined) return undefined;
    if ((await workshop.stores.enrollments.save(ended)) === "saved") return ended;
    enrollment = await workshop.stores.enrollments.find(first.personId, first.sequence);
  }
  throw new TransientFault("enrollment-busy", `The run ${first.id} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** A run that went on again ends once more: that is another end. */
function endOf({ id, resumed }: Enrollment): string {
  return resumed === undefined ? `${id}#ended` : `${id}#ended#${resumed.by}`;
}

/** The event of a run's end, from wherever it ended. */
export function endedEvent(person: Pick<Person, "id" | "email">, run: Enrollment): DomainEvent {
  const data = {
    personId: person.id,
    email: person.email,
    sequence: run.sequence,
    enrollmentId: run.id,
    ending: run.ending ?? "stopped",
  };
  return domainEvent("sequence.ended", run.endedAt ?? run.startedAt, endOf(run), data, run.startedAt);
}

export function endedEntry(person: Pick<Person, "id">, run: Enrollment): Entry {
  return entryOf(person, run.endedAt ?? run.startedAt, endOf(run), "sequence.ended", {
    sequence: run.sequence,
    enrollmentId: run.id,
    ending: run.ending ?? "stopped",
    because: run.because.code,
  });
}
