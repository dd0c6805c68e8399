import type { DueItem } from "#core/due/due-item.ts";
import { takeBacksOf } from "#core/reaction/finish-take-back.ts";
import { reviewFact } from "#core/reaction/review.ts";
import { enrollmentOfDue, mergeOfDue, personOfDue } from "#functions/adapters/dynamo/table.ts";
import { advanceEnrollment, type Leave, type Reading } from "./advance-enrollment.ts";
import { applyFact } from "./apply-fact.ts";
import { advanceStarted } from "./advance-started.ts";
import { continueMerge } from "./merge/continue-merge.ts";
import { performConfirmation } from "./perform-confirmation.ts";
import { performImport } from "./imports/perform-import.ts";
import { performJob } from "./perform-job.ts";
import { processSubmission } from "./process-submission.ts";
import type { MailWorkshop } from "./workshop.ts";

/** Does what one row of the due index asks for; false if it failed and was put off or parked. */
export async function performDueItem(workshop: MailWorkshop, item: DueItem, leave: Leave, given?: Reading): Promise<boolean> {
  switch (item.kind) {
    case "enrollment": {
      const { personId, sequence } = enrollmentOfDue(item);
      return (await advanceEnrollment(workshop, personId, sequence, leave, given)) !== "failed";
    }
    case "submission": {
      const submission = await workshop.stores.submissions.findByKey(item);
      if (submission?.dueAt === undefined || submission.dueAt > workshop.runtime.now()) return true;
      const processed = await processSubmission(workshop, submission);
      await advanceStarted(workshop, processed.started, leave);
      return processed.kind !== "failed";
    }
    case "import":
      return performImport(workshop, item.sk);
    case "job":
      return performJob(workshop, item.pk);
    case "merge":
      return continueMerge(workshop, mergeOfDue(item));
    case "confirmation":
      return performConfirmation(workshop, personOfDue(item), leave);
    case "review": {
      const personId = personOfDue(item);
      const applied = await applyFact(workshop, personId, reviewFact(personId, item.dueAt));
      if (applied.kind !== "applied") return true;
      await advanceStarted(workshop, applied.started, leave);
      for (const fact of takeBacksOf(applied.person)) await applyFact(workshop, personId, fact);
      return true;
    }
  }
}
