import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Count } from "#core/insight/count.ts";
import { countsOfFact } from "#core/insight/count-fact.ts";
import type { Message } from "#core/message/message.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Reaction } from "#core/reaction/react.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Counts one fact, once: each row remembers the fact until `forgetFact`, which comes after the receipt. Between the two a
 * retry counts nothing twice; after the receipt there is no retry.
 */
export async function countFact(
  workshop: Workshop,
  reaction: Pick<Reaction, "person" | "outcome">,
  fact: Fact,
  runs: { readonly ended: readonly Enrollment[]; readonly resumed: readonly Enrollment[]; readonly started: readonly Enrollment[] },
): Promise<readonly Count[]> {
  const { person, outcome } = reaction;
  const [message, started] = await Promise.all([
    messageOf(workshop, person.id, fact),
    Promise.all(runs.started.map(async (run) => ({ run, first: await firstStep(workshop, run) }))),
  ]);
  const counts = countsOfFact({ person, fact, outcome, message, ended: runs.ended, resumed: runs.resumed, started });
  await Promise.all(counts.map((count) => workshop.stores.counters.addRowOnce(count, fact.id)));
  return counts;
}

export async function forgetFact(workshop: Workshop, counts: readonly Count[], fact: Fact): Promise<void> {
  await Promise.all(counts.map((count) => workshop.stores.counters.forget(count, fact.id)));
}

/** The mail a fact is about. A reply and an opt-out only name it. */
async function messageOf({ stores }: Workshop, personId: PersonId, fact: Fact): Promise<Message | undefined> {
  if ("message" in fact) return fact.message;
  if (!("messageId" in fact) || fact.messageId === undefined) return undefined;
  return stores.messages.find(personId, fact.messageId, { stale: true });
}

async function firstStep({ definitions }: Workshop, run: Enrollment): Promise<string> {
  return (await definitions.sequence(run.sequence, run.version))?.first ?? run.cursor.step;
}
