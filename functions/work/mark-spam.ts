import { deterministicId, isId, type PersonId } from "#core/id/id.ts";
import type { EntryType } from "#core/timeline/entry.ts";
import type { Submission } from "#core/submission/submission.ts";
import { signSentence } from "#core/submission/sign.ts";
import { spamReason } from "#core/submission/spam-reason.ts";
import { applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/** What saying so did. `paused`: whoever came by nothing else is written to no more. `unfit`: it was never taken in. */
export type MarkedSpam =
  | { readonly kind: "marked"; readonly submission: Submission; readonly paused: boolean }
  | { readonly kind: "unchanged" | "unfit" | "busy"; readonly submission: Submission };

/** By what a person shows that they are one, beside the submission in question. */
const ownActs: readonly EntryType[] = ["submission.received", "person.replied", "purchase", "call.made", "person.imported", "activity"];
/** How far back their own acts are looked for: whoever has more entries than this has been somebody for a while. */
const mostEntries = 100;

/**
 * Somebody of the team says that what was taken in is spam. Whoever came by it alone is paused: their sequences stop and nothing is
 * written to them. Whoever came otherwise too goes on as before; only this arrival is marked. A replay takes all of it back.
 */
export async function markSpam(workshop: Workshop, submission: Submission, by: string): Promise<MarkedSpam> {
  if (submission.spamAt !== undefined) return { kind: "unchanged", submission };
  const { status, personId } = submission;
  if (status !== "processed" || personId === undefined || !isId("person", personId)) return { kind: "unfit", submission };
  const at = workshop.runtime.now();
  const isTheirs = await cameOnlyBy(workshop, personId, submission);
  const sign = { code: "said-spam" } as const;
  const marked: Submission = {
    ...submission,
    rev: submission.rev + 1,
    status: "discarded",
    reason: signSentence(sign),
    signs: [...(submission.signs ?? []).filter(({ code }) => code !== sign.code), sign],
    spamAt: at,
  };
  // Before it is marked: a try that dies between is made again, and nothing leaves meanwhile.
  if (isTheirs) await applyFact(workshop, personId, { kind: "pause", id: factId(marked, "pause"), at, by, reason: spamReason(marked) });
  if ((await workshop.stores.submissions.save(marked)) === "conflict") return { kind: "busy", submission };
  return { kind: "marked", submission: marked, paused: isTheirs };
}

/** It was no spam after all: whoever was paused for it alone is let go on. A pause of anybody else's stays. */
export async function takeBackSpam(workshop: Workshop, before: Submission): Promise<void> {
  const { spamAt, personId } = before;
  if (spamAt === undefined || personId === undefined || !isId("person", personId)) return;
  const dossier = await workshop.stores.people.dossier(personId);
  if (dossier?.person.paused?.reason !== spamReason(before)) return;
  const { by, reason } = dossier.person.paused;
  await applyFact(workshop, personId, { kind: "resume", id: factId(before, "resume"), at: workshop.runtime.now(), by, reason });
}

function factId({ id, receivedAt, spamAt }: Submission, kind: string): string {
  return deterministicId("event", receivedAt, "spam", kind, id, String(spamAt));
}

async function cameOnlyBy({ stores }: Workshop, personId: PersonId, { id }: Submission): Promise<boolean> {
  const { items, next } = await stores.timeline.page(personId, { limit: mostEntries });
  if (next !== undefined) return false;
  return items.every((item) => item.kind !== "entry" || !ownActs.includes(item.entry.type) || item.entry.data["submissionId"] === id);
}
