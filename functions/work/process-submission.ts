import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { afterFailure } from "#core/due/retry.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { deterministicId, type PersonId } from "#core/id/id.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { consentGivenBy } from "#core/submission/consent-given-by.ts";
import type { Submission } from "#core/submission/submission.ts";
import { toAnswers } from "#core/submission/to-answers.ts";
import { quarantined } from "#core/submission/submission-of.ts";
import { describeFault, PermanentFault, TransientFault } from "#functions/runtime/faults.ts";
import { type Applied, applyFact } from "./apply-fact.ts";
import { applyPurchase } from "./apply-purchase.ts";
import { fetchArrival } from "./fetch-arrival.ts";
import type { Workshop } from "./workshop.ts";

/** What became of a submission's processing. `asks` is whom a mail that asks to confirm is due to. `failed` has been put off or parked, with its reason. */
export type Processed =
  | { readonly kind: "processed"; readonly submission: Submission; readonly started: readonly Enrollment[]; readonly asks?: PersonId }
  | { readonly kind: "failed"; readonly submission: Submission; readonly started: readonly [] };

/** Turns a stored submission into what it means for a person. A failure is kept with it, and tried again from the due index. */
export async function processSubmission(workshop: Workshop, submission: Submission): Promise<Processed> {
  try {
    return await recognise(workshop, submission);
  } catch (thrown) {
    return { kind: "failed", submission: await putOff(workshop, submission, thrown), started: [] };
  }
}

async function recognise(workshop: Workshop, stored: Submission): Promise<Processed> {
  const { stores, definitions, runtime } = workshop;
  await leaveBehind(workshop, stored);
  const submission = await askedFor(workshop, stored);
  if (submission.status !== "pending") return { kind: "processed", submission, started: [] };
  const read = readAddress(submission.extracted.email ?? "");
  if (read.kind === "impossible") throw new PermanentFault("address-impossible", read.problem);
  const addressHash = hashAddress(read.address);
  const known = await stores.addresses.find(addressHash);
  const personId =
    known.personId ?? (await stores.addresses.claim(addressHash, deterministicId("person", submission.receivedAt, submission.id)));
  const fact: Fact = {
    kind: "submission",
    id: submission.id,
    at: submission.receivedAt,
    submission,
    answers: toAnswers(submission.extracted, (await definitions.judging()).declarations),
    consent: consentGivenBy(submission),
    suppression: known.suppression,
    ...(known.as === undefined ? {} : { as: known.as }),
  };
  const applied = await applyFact(workshop, personId, fact, blankPerson(personId, read.email, addressHash, submission.receivedAt));
  const { purchase } = submission.extracted;
  const bought =
    purchase === undefined ? undefined : await applyPurchase(workshop, { ...purchase, email: read.email }, submission.receivedAt);
  const done: Submission = { ...finished(submission), status: "processed", processedAt: runtime.now(), personId };
  await stores.submissions.save(done);
  return {
    kind: "processed",
    submission: done,
    started: [...startedBy(applied), ...startedBy(bought)],
    ...(applied.kind === "applied" && applied.asks ? { asks: personId } : {}),
  };
}

/**
 * Ends the move of a submission to another event's key: its id leads there, and nothing stands where it stood. Done before
 * it is worked on, so that a move which died half-way is ended by whoever works on it next.
 */
export async function leaveBehind({ stores }: Pick<Workshop, "stores">, submission: Submission): Promise<void> {
  const { id, source, movedFrom, extracted } = submission;
  if (movedFrom === undefined) return;
  await stores.submissions.point(id, extracted.eventId);
  await stores.submissions.leave(source, movedFrom, id);
}

/**
 * A submission of which only ids are known, after its sender was asked who it is. What was answered is stored before it is
 * worked on: who it was is asked once. What cannot be read even so goes into quarantine.
 */
async function askedFor(workshop: Workshop, submission: Submission): Promise<Submission> {
  const { toFetch, ...rest } = submission;
  if (toFetch === undefined) return submission;
  const read = await fetchArrival(workshop, submission, toFetch);
  const next = { ...rest, rev: submission.rev + 1 };
  const after: Submission = read.kind === "read" ? { ...next, extracted: read.extracted } : quarantined(next, read);
  if ((await workshop.stores.submissions.save(after)) === "conflict") {
    throw new TransientFault("submission-busy", `The submission ${submission.id} was changed by others meanwhile.`);
  }
  return after;
}

function startedBy(applied: Applied | undefined): readonly Enrollment[] {
  return applied?.kind === "applied" ? applied.started : [];
}

function finished(submission: Submission): Submission {
  const { dueAt: _, reason: __, problem: ___, movedFrom: ____, ...rest } = submission;
  return { ...rest, rev: submission.rev + 1 };
}

async function putOff(workshop: Workshop, submission: Submission, thrown: unknown): Promise<Submission> {
  const { runtime, stores } = workshop;
  const now = runtime.now();
  const problem = describeFault(thrown);
  const verdict = afterFailure({ attempts: submission.attempts, now, problem, random: (runtime.random(1)[0] ?? 0) / 256 });
  const park = verdict.kind === "park" || thrown instanceof PermanentFault;
  const after: Submission = {
    ...submission,
    rev: submission.rev + 1,
    attempts: submission.attempts + 1,
    reason: problem,
    status: park ? "parked" : "pending",
    dueAt: verdict.kind === "retry" && !park ? Math.max(verdict.at, now + pauseAskedBy(thrown)) : now,
  };
  await stores.submissions.save(after);
  return after;
}

/** How long the other side wants to be left alone, in milliseconds. */
function pauseAskedBy(thrown: unknown): number {
  return thrown instanceof TransientFault ? (thrown.afterMs ?? 0) : 0;
}
