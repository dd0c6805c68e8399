import type { SubmissionId } from "#core/id/id.ts";
import { givenBy } from "#core/source/given.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import type { Source } from "#core/source/source.ts";
import type { Instant } from "#core/time/instant.ts";
import { newSubmission } from "./new-submission.ts";
import type { Submission } from "./submission.ts";

/** What is known of an arrival that has not been read yet, or cannot be. */
function unread(eventId: string): Submission["extracted"] {
  return { utm: {}, hidden: {}, answers: [], eventId };
}

export interface PartOf {
  readonly id: SubmissionId;
  readonly source: Pick<Source, "id" | "kind" | "basis" | "doubleOptIn" | "stage" | "tags" | "owner">;
  readonly receivedAt: Instant;
  /** Its place among the parts of its delivery. */
  readonly part: number;
}

/**
 * One part of a delivery as it is first stored: to be worked on, to be asked for first, or in quarantine with what is wrong
 * with it. Undefined for what is no arrival of anybody.
 */
export function submissionOf(read: ReadPart, { id, source, receivedAt, part }: PartOf): Submission | undefined {
  if (read.kind === "ignored") return undefined;
  const arrival: Submission = {
    ...newSubmission({
      id,
      source: `hook:${source.id}`,
      sourceKind: source.kind,
      basis: source.basis,
      doubleOptIn: source.doubleOptIn,
      given: givenBy(source),
      extracted: read.kind === "read" ? { ...read.extracted, eventId: read.eventId } : unread(read.eventId),
      ip: undefined,
      receivedAt,
    }),
    ...(part === 0 ? {} : { part }),
  };
  switch (read.kind) {
    case "read":
      return arrival;
    case "fetch":
      return { ...arrival, toFetch: { requests: [...read.plan.requests], about: read.plan.about } };
    case "problem":
      return quarantined(arrival, read);
  }
}

/** A submission that is kept apart, with what is wrong with it, until somebody mends that. */
export function quarantined(
  submission: Submission,
  { field, code, problem, remedy }: { readonly field?: string; readonly code: string; readonly problem: string; readonly remedy: string },
): Submission {
  const { dueAt: _, processedAt: __, ...rest } = submission;
  return {
    ...rest,
    status: "quarantined",
    reason: problem.slice(0, 500),
    problem: { code, remedy: remedy.slice(0, 500), ...(field === undefined ? {} : { field: field.slice(0, 200) }) },
  };
}
