import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { advanceStarted } from "./advance-started.ts";
import type { Leave } from "./advance-enrollment.ts";
import { performConfirmation } from "./perform-confirmation.ts";
import { processSubmission } from "./process-submission.ts";
import { unlimitedBudget } from "./send-budget.ts";
import { createTally } from "./tally.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How long after its arrival the due index takes up a submission that nobody has finished, in milliseconds. */
export const processingGrace = 30_000;

/** Longest that mail made due by an arrival is worked on before the arrival is answered, in milliseconds. */
const inlineTime = 5_000;

/** What became of an arrival: taken in, known already, or kept apart because it cannot be read. */
export type Received = { readonly kind: "accepted" | "duplicate" | "quarantined"; readonly submission: Submission };

/**
 * Takes an arrival in: what came over the wire first, then the arrival (that is the promise a 2xx makes), then it is worked
 * on at once. Whatever goes wrong after the store leaves it in the due index; the sender is answered the same.
 */
export async function receive(workshop: MailWorkshop, arrival: Submission, log: Logger, delivery?: KeptDelivery): Promise<Received> {
  const { submissions } = workshop.stores;
  const waits = arrival.status === "pending";
  const submission: Submission = waits ? { ...arrival, dueAt: workshop.runtime.now() + processingGrace } : arrival;
  if (delivery !== undefined) await submissions.keep(delivery);
  const accepted = await submissions.accept(submission);
  if (accepted.kind === "duplicate") return receiveAgain(workshop, submission, accepted.first, log, delivery);
  return waits ? { kind: "accepted", submission: await workOn(workshop, submission, log) } : { kind: "quarantined", submission };
}

/**
 * An event that had come before. If that one is in quarantine and this one can be read, it takes its place: somebody has
 * mended the form, or the mapping, and sent it again. Else it is noted as the duplicate it is.
 */
async function receiveAgain(
  workshop: MailWorkshop,
  again: Submission,
  first: Submission,
  log: Logger,
  delivery: KeptDelivery | undefined,
): Promise<Received> {
  const { submissions } = workshop.stores;
  // The same arrival, stored a moment ago by a try whose answer was lost.
  if (again.id === first.id) return { kind: "duplicate", submission: first };
  if (first.status === "quarantined" && again.status === "pending") {
    const { reason: _, problem: __, ...rest } = first;
    const mended: Submission = { ...rest, ...readingOf(again), rev: first.rev + 1, status: "pending", attempts: 0 };
    if ((await submissions.save(mended)) === "saved") {
      if (delivery !== undefined) {
        await submissions.keep({ ...delivery, id: first.id });
        await submissions.letGo(again.id);
      }
      return { kind: "accepted", submission: await workOn(workshop, mended, log) };
    }
  }
  if (delivery !== undefined) {
    const { dueAt: _, ...rest } = again;
    await submissions.keep({ ...delivery, repeat: true });
    const noted = await submissions.repeat({ ...rest, status: "duplicate", duplicateOf: first.id, ...personOf(first) });
    if (noted === "enough") await submissions.letGo(again.id);
  }
  return { kind: "duplicate", submission: first };
}

function readingOf({ extracted, toFetch, basis, given, dueAt }: Submission): Partial<Submission> {
  return {
    extracted,
    basis,
    ...(toFetch === undefined ? {} : { toFetch }),
    ...(given === undefined ? {} : { given }),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
}

function personOf({ personId }: Submission): { readonly personId?: string } {
  return personId === undefined ? {} : { personId };
}

/** Works on a stored submission at once; what fails waits for its retry. */
async function workOn(workshop: MailWorkshop, submission: Submission, log: Logger): Promise<Submission> {
  try {
    const processed = await processSubmission(workshop, submission);
    if (processed.kind === "processed" && processed.asks !== undefined) await askNow(workshop, processed.asks, log);
    await advanceNow(workshop, processed.started, log);
    return processed.submission;
  } catch (thrown) {
    log.error("a stored submission waits for its retry", { submission: submission.id, problem: describeFault(thrown) });
    return submission;
  }
}

/** Lets what an arrival has begun go its first steps at once: the mail somebody has just asked for leaves now. */
export function advanceNow(workshop: MailWorkshop, started: readonly Enrollment[], log: Logger): Promise<void> {
  return atOnce(workshop, log, (leave) => advanceStarted(workshop, started, leave));
}

/** Performs what is due of a person's request to confirm, at once. */
export function askNow(workshop: MailWorkshop, personId: PersonId, log: Logger): Promise<void> {
  return atOnce(workshop, log, async (leave) => {
    await performConfirmation(workshop, personId, leave);
  });
}

async function atOnce(workshop: MailWorkshop, log: Logger, work: (leave: Leave) => Promise<void>): Promise<void> {
  const tally = createTally(workshop.stores.counters, log);
  try {
    await work({ budget: unlimitedBudget, tally, deadline: performance.now() + inlineTime });
  } finally {
    await tally.flush();
  }
}
