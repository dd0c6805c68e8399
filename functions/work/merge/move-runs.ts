import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import { arrived, goesOn, mailsAtHand, movedAway, pastMail, stopped } from "#core/merge/merge-runs.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import type { Person } from "#core/person/person.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Instant } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { blockMail } from "../block-mail.ts";
import { racesBeforeGivingUp } from "../end-runs.ts";
import type { Workshop } from "../workshop.ts";

/** Between whom runs move, and because of which merge. */
export interface Move {
  readonly from: PersonId;
  readonly to: Person;
  readonly cause: string;
}

/**
 * Moves one run to the person who stands for its own, or stops it where the other's run of the same sequence goes on. Done
 * again after a crash, it goes on where it was: what was left behind says how it stood.
 */
export async function moveRun(workshop: Workshop, move: Move, first: Enrollment): Promise<void> {
  const { enrollments } = workshop.stores;
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const run = race === 0 ? first : await enrollments.find(move.from, first.sequence);
    const standing = await enrollments.find(move.to.id, first.sequence);
    if (run === undefined) return;
    if (run.moved?.to === move.to.id) return place(workshop, move, run, standing);
    // Stopped before, or gone on elsewhere: nothing is left to decide.
    if (run.endedBy === move.cause || run.moved !== undefined) return;
    if (await decideRun(workshop, move, run, standing)) return;
  }
  throw new TransientFault("enrollment-busy", `The run ${first.id} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** Decides and stores what becomes of both runs; false if it has to be read again: because a race was lost, or to be placed. */
async function decideRun(workshop: Workshop, move: Move, run: Enrollment, standing: Enrollment | undefined): Promise<boolean> {
  const { stores, definitions, runtime } = workshop;
  const now = runtime.now();
  const sequence = await definitions.sequence(run.sequence, run.version);
  const coming = sequence === undefined ? run : await pastWhatLeft(workshop, move, run, sequence);
  const verdict = verdictOn(coming, standing, sequence, move.cause, now);
  if (verdict !== "standing" && standing !== undefined && standing.status !== "ended") {
    if ((await stores.enrollments.save(stopped(standing, move.cause, now))) === "conflict") return false;
  }
  if (verdict === "coming") {
    await stores.enrollments.save(movedAway({ ...coming, rev: run.rev }, move.to.id, move.cause, now));
    return false;
  }
  return run.status === "ended" || (await stores.enrollments.save(stopped(run, move.cause, now))) === "saved";
}

/** A run that this very merge has stopped stands in nobody's way; one of a sequence that is gone gives way to none. */
function verdictOn(
  coming: Enrollment,
  standing: Enrollment | undefined,
  sequence: Sequence | undefined,
  cause: string,
  now: Instant,
): ReturnType<typeof goesOn> {
  if (standing === undefined || standing.endedBy === cause || standing.id === coming.id) return "coming";
  return sequence === undefined ? "standing" : goesOn(coming, standing, sequence, now);
}

async function place(workshop: Workshop, { from, to }: Move, left: Enrollment, standing: Enrollment | undefined): Promise<void> {
  const { stores, definitions, runtime } = workshop;
  const coming = arrived(left, standing?.id === left.id ? undefined : standing, runtime.now());
  if (coming === undefined) return;
  const sequence = await definitions.sequence(left.sequence, left.version);
  // What kept others from sending when the run left here, if it has been here before.
  for (const mail of sequence === undefined ? [] : mailsAtHand(sequence, left, Number.MAX_SAFE_INTEGER))
    await stores.messages.unblock(to.id, messageIdOf(left, mail));
  await stores.enrollments.place(coming, from);
}

/**
 * Keeps whoever has read the run a moment ago from sending its mail at hand under the person it leaves: their claim finds
 * the place taken. Where they came first, the run goes on past that mail.
 */
async function pastWhatLeft(workshop: Workshop, move: Move, run: Enrollment, sequence: Sequence): Promise<Enrollment> {
  if (run.status === "ended") return run;
  const { definitions, runtime } = workshop;
  const now = runtime.now();
  for (const mail of mailsAtHand(sequence, run, now)) {
    if (await blockMail(workshop, move.from, run, mail, "run-moved")) continue;
    const { timeZone } = await definitions.settings();
    return pastMail(run, mail, { sequence, person: move.to, now, timeZone, zones: definitions.zones });
  }
  return run;
}
