import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { isId, type SubmissionId } from "#core/id/id.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import { givenBy } from "#core/source/given.ts";
import type { Source } from "#core/source/source.ts";
import { quarantined } from "#core/submission/submission-of.ts";
import type { Submission } from "#core/submission/submission.ts";
import { keptBody } from "#functions/http/keep-delivery.ts";
import { takeBackSpam } from "./mark-spam.ts";
import { leaveBehind, processSubmission } from "./process-submission.ts";
import { readCame } from "./read-kept.ts";
import type { Workshop } from "./workshop.ts";

/**
 * What a replay did. `unchanged`: what was processed stays so, and a duplicate has nothing to do. `kept`: it still cannot be
 * read. `busy`: somebody else has it in hand.
 */
export type Replayed =
  | { readonly kind: "replayed"; readonly submission: Submission; readonly started: readonly Enrollment[] }
  | { readonly kind: "unchanged" | "kept" | "busy"; readonly submission: Submission }
  | { readonly kind: "unknown" };

/**
 * Reads a submission once more, from the bytes that came and by its source's mapping of today, and works on it. However
 * often it is done, and wherever it dies, the effect is that of once: each write is decided by a revision or by an event's
 * own key, and a person remembers the submission they have counted.
 */
export async function replaySubmission(workshop: Workshop, id: string): Promise<Replayed> {
  const submission = isId("submission", id) ? await workshop.stores.submissions.findById(id) : undefined;
  if (submission === undefined) return { kind: "unknown" };
  switch (submission.status) {
    case "processed":
    case "duplicate":
      return { kind: "unchanged", submission };
    case "pending":
      return workOnIt(workshop, submission);
    case "quarantined":
    case "parked":
    case "discarded":
      return readAgain(workshop, submission);
  }
}

async function workOnIt(workshop: Workshop, submission: Submission): Promise<Replayed> {
  const processed = await processSubmission(workshop, submission);
  if (processed.submission.status === "quarantined") return { kind: "kept", submission: processed.submission };
  return { kind: "replayed", submission: processed.submission, started: processed.started };
}

async function readAgain(workshop: Workshop, submission: Submission): Promise<Replayed> {
  const { submissions } = workshop.stores;
  const source = await sourceOf(workshop, submission);
  const read = source === undefined ? undefined : await readBytes(workshop, submission, source);
  const next = decideAgain(submission, source, read, workshop.runtime.now());
  await keepForGood(workshop, submission);
  await takeBackSpam(workshop, submission);
  if (next.extracted.eventId !== submission.extracted.eventId) return move(workshop, submission, next);
  if ((await submissions.save(next)) === "conflict") return { kind: "busy", submission };
  return next.status === "pending" ? workOnIt(workshop, next) : { kind: "kept", submission: next };
}

/** What was kept apart as a machine's was to go in a while. Taken in, it stays, and what came over the wire with it. */
async function keepForGood({ stores }: Workshop, { id, expiresAt }: Submission): Promise<void> {
  const kept = expiresAt === undefined ? undefined : await stores.submissions.delivery(id);
  if (kept === undefined) return;
  const { expiresAt: _, ...rest } = kept;
  await stores.submissions.keep(rest);
}

async function sourceOf({ stores }: Workshop, { source }: Submission): Promise<Source | undefined> {
  const id = /^hook:(src_\w+)$/.exec(source)?.[1];
  const found = id === undefined ? undefined : await stores.sources.find(id);
  return found?.deletedAt === undefined ? found : undefined;
}

/** The submission's own part of the delivery it came in, read anew; undefined where its bytes were not kept, or not all. */
async function readBytes({ stores }: Workshop, submission: Submission, source: Source): Promise<ReadPart | undefined> {
  const own = await stores.submissions.delivery(submission.id);
  const kept = isOf(own?.of) ? await stores.submissions.delivery(own.of) : own;
  const body = kept === undefined || kept.kept !== "whole" ? undefined : keptBody(kept);
  if (kept === undefined || body === undefined) return undefined;
  const { headers, query, receivedAt } = kept;
  const parts = await readCame(source, { headers, query, body, receivedAt });
  return parts[submission.part ?? 0];
}

/** What a submission is after it was read once more. Where its bytes are gone, what was read at first stands. */
function decideAgain(before: Submission, source: Source | undefined, read: ReadPart | undefined, now: number): Submission {
  const { reason: _, problem: __, toFetch, dueAt: ___, expiresAt: ____, spamAt: _____, ...rest } = before;
  const given = source === undefined ? before.given : givenBy(source);
  const again: Submission = {
    ...rest,
    rev: before.rev + 1,
    attempts: 0,
    basis: source?.basis ?? before.basis,
    ...(given === undefined ? {} : { given }),
  };
  const waits = { status: "pending", dueAt: now } as const;
  switch (read?.kind) {
    case "read":
      return { ...again, ...waits, extracted: { ...read.extracted, eventId: read.eventId } };
    case "fetch":
      return { ...again, ...waits, toFetch: { requests: [...read.plan.requests], about: read.plan.about } };
    case "ignored":
      return { ...again, status: "discarded", reason: read.because };
    case "problem":
      return quarantined(again, read);
    case undefined:
      if (toFetch !== undefined) return { ...again, ...waits, toFetch };
      if (before.extracted.email !== undefined) return { ...again, ...waits };
      if (before.source.startsWith("form:")) return quarantined(again, noAddress);
      return quarantined(again, {
        field: "body",
        code: "body-not-kept",
        problem: "Its body was not kept whole, or its source is gone: it cannot be read again.",
        remedy: "Send it again from the tool it came from.",
      });
  }
}

const noAddress = {
  field: "email",
  code: "address-missing",
  problem: "It names no address that mail could reach.",
  remedy: "Nobody can be taken in without one: discard it, or add the person by hand.",
};

/**
 * Its event is called otherwise by the mapping of today: it moves to that name, unless it stands there already, as itself
 * from a replay that died, or as another submission, whose duplicate it then is.
 */
async function move({ stores, ...workshop }: Workshop, from: Submission, to: Submission): Promise<Replayed> {
  const { submissions } = stores;
  const accepted = await submissions.accept({ ...to, movedFrom: from.extracted.eventId });
  if (accepted.kind === "duplicate" && accepted.first.id !== from.id) {
    const { dueAt: _, problem: __, ...rest } = from;
    const duplicate: Submission = {
      ...rest,
      rev: from.rev + 1,
      status: "duplicate",
      reason: "The same event had come before.",
      duplicateOf: accepted.first.id,
    };
    await submissions.save(duplicate);
    return { kind: "unchanged", submission: duplicate };
  }
  const moved = accepted.kind === "duplicate" ? accepted.first : { ...to, movedFrom: from.extracted.eventId };
  await leaveBehind({ stores }, moved);
  return moved.status === "pending" ? workOnIt({ stores, ...workshop }, moved) : { kind: "unchanged", submission: moved };
}

function isOf(of: string | undefined): of is SubmissionId {
  return of !== undefined && isId("submission", of);
}
