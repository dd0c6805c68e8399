import type { SubmissionView } from "#contract/sources.ts";
import type { Submission } from "#core/submission/submission.ts";
import { toIso } from "#core/time/instant.ts";
import { isoOrNull } from "./instants.ts";

export function submissionView(submission: Submission): SubmissionView {
  const { id, source, sourceKind, status, reason, problem, personId, duplicateOf, receivedAt, processedAt, attempts, extracted } =
    submission;
  return {
    id,
    source,
    kind: sourceKind,
    status,
    reason: reason ?? null,
    problem: problem === undefined ? null : { field: problem.field ?? null, code: problem.code, remedy: problem.remedy },
    personId: personId ?? null,
    duplicateOf: duplicateOf ?? null,
    receivedAt: toIso(receivedAt),
    processedAt: isoOrNull(processedAt),
    attempts,
    extracted,
  };
}
