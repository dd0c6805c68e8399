import type { Submission } from "#core/submission/submission.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { advanceStarted } from "./advance-started.ts";
import { processSubmission } from "./process-submission.ts";
import { unlimitedBudget } from "./send-budget.ts";
import { createTally } from "./tally.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How long after its arrival the due index takes up a submission that nobody has finished, in milliseconds. */
export const processingGrace = 30_000;

/** Longest that mail made due by an arrival is worked on before the arrival is answered, in milliseconds. */
const inlineTime = 5_000;

export type Received = { readonly kind: "accepted" | "duplicate"; readonly submission: Submission };

/**
 * Takes an arrival in: stored first (that is the promise a 2xx makes), then worked on at once. Whatever goes wrong after
 * the store leaves it in the due index; the sender is answered the same.
 */
export async function receive(workshop: MailWorkshop, arrival: Submission, log: Logger): Promise<Received> {
  const dueAt = workshop.runtime.now() + processingGrace;
  const submission: Submission = { ...arrival, dueAt };
  const accepted = await workshop.stores.submissions.accept(submission);
  if (accepted.kind === "duplicate") return { kind: "duplicate", submission: accepted.first };
  const tally = createTally(workshop.stores.counters, log);
  try {
    const processed = await processSubmission(workshop, submission);
    const leave = { budget: unlimitedBudget, tally, deadline: performance.now() + inlineTime };
    await advanceStarted(workshop, processed.started, leave);
    return { kind: "accepted", submission: processed.submission };
  } catch (thrown) {
    log.error("a stored submission waits for its retry", { submission: submission.id, problem: describeFault(thrown) });
    return { kind: "accepted", submission };
  } finally {
    await tally.flush();
  }
}
