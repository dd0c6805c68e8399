import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { advanceEnrollment, type Leave } from "./advance-enrollment.ts";
import type { MailWorkshop } from "./workshop.ts";

/** What was made due at once is tried at once by whoever made it due; if this fails, the due index has it. */
export async function advanceStarted(workshop: MailWorkshop, started: readonly Enrollment[], leave: Leave): Promise<void> {
  const now = workshop.runtime.now();
  for (const run of started) {
    if (run.dueAt !== undefined && run.dueAt <= now) await advanceEnrollment(workshop, run.personId, run.sequence, leave);
  }
}
