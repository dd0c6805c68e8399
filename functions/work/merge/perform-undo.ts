import { countMerged } from "#core/insight/count-people.ts";
import { stopped } from "#core/merge/merge-runs.ts";
import type { Merge } from "#core/merge/merge.ts";
import { everyIdOf, isUndoable } from "#core/merge/merged.ts";
import { type LoggedFact, setFree, sharedRefusals, withoutMerge } from "#core/merge/undo-merge.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { receiptOf } from "#core/reaction/entries-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { indexedWords } from "#core/search/search-words.ts";
import type { Instant } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { applyFact } from "../apply-fact.ts";
import { racesBeforeGivingUp } from "../end-runs.ts";
import { keepDuplicateKeys } from "../duplicates/keep-keys.ts";
import type { Workshop } from "../workshop.ts";
import { moveRun } from "./move-runs.ts";

/**
 * Undoes a merge, from wherever a try before has come to: the other is there again, with what has come by their address
 * since; then the kept one without them, and what hung on the other goes back.
 */
export async function performUndo(workshop: Workshop, merge: Merge): Promise<void> {
  const { stores } = workshop;
  if (merge.before === undefined) return stores.merges.remove(merge.kept, merge.id);
  const other = await setOtherFree(workshop, merge);
  const fact = undoFact(merge, merge.before, other);
  const applied = await applyFact(workshop, merge.kept, fact, undefined, async ({ person }) => ({
    ...fact,
    restored: await keptAlone(workshop, merge, person),
  }));
  if (applied.kind === "unknown-person") throw new TransientFault("person-busy", `The person ${merge.kept} is merged into another.`);
  await giveBack(workshop, merge, other);
  const counts = countMerged(other, "back");
  await Promise.all(counts.map((count) => stores.counters.addRowOnce(count, `${merge.id}#back`)));
  const receipt = receiptOf({ id: other.id }, { ...fact, other: merge.kept, otherEmail: merge.before.email });
  if (receipt !== undefined) await stores.timeline.append(receipt);
  const kept = (await stores.people.dossier(merge.kept))?.person;
  if (kept !== undefined) await recordSharedRefusals(workshop, merge, { kept, other });
  const isOver = kept !== undefined && !isUndoable(kept, workshop.runtime.now());
  for (const id of [...everyIdOf(other), ...(isOver ? [merge.kept] : [])]) await stores.merges.forgetLogged(id);
  await stores.merges.remove(merge.kept, merge.id);
  await Promise.all(counts.map((count) => stores.counters.forget(count, `${merge.id}#back`)));
}

/** The other's runs, addresses and words. Runs that the merge stopped stay stopped. */
async function giveBack(workshop: Workshop, merge: Merge, other: Person): Promise<void> {
  const { stores } = workshop;
  const shells = (await stores.people.dossier(other.id))?.enrollments ?? [];
  const theirs = new Set(shells.map((run) => run.id));
  const standing = (await stores.people.dossier(merge.kept))?.enrollments ?? [];
  for (const run of standing.filter(({ id }) => theirs.has(id))) {
    await moveRun(workshop, { from: merge.kept, to: other, cause: `${merge.id}#undo` }, run);
    await stores.enrollments.remove(merge.kept, run.sequence, run.id);
    const before = merge.runs?.find(({ sequence }) => sequence === run.sequence);
    // What made room for it: over, but nobody goes through it twice by mistake.
    if (before !== undefined)
      await stores.enrollments.place(before.status === "ended" ? before : stopped(before, merge.id, merge.at), other.id);
  }
  await stores.addresses.lead(other.addressHash, { personId: other.id }, merge.kept);
  for (const { addressHash, of } of other.aliases ?? [])
    await stores.addresses.lead(addressHash, { personId: other.id, ...(of === other.id ? {} : { as: of }) }, merge.kept);
  await stores.search.index(other.id, indexedWords(other));
  await keepDuplicateKeys(workshop, undefined, other);
}

async function setOtherFree(workshop: Workshop, merge: Merge): Promise<Person> {
  const { stores, definitions } = workshop;
  const judging = await definitions.judging();
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const found = await stores.people.dossier(merge.other);
    if (found === undefined) throw new TransientFault("person-busy", `The person ${merge.other} is not there.`);
    const isFree = found.person.mergedInto?.merge !== merge.id;
    const [own, theirs] = await Promise.all([ownFacts(workshop, found.person, merge.at), stores.merges.logged(merge.kept, merge.at)]);
    // Once free, what was remembered while they were being set free is told to them too; the rest they remember.
    const before = setFree(found.person);
    const late = own.filter(
      ({ at, fact }) => at >= (merge.undoneAt ?? merge.at) && !before.applied.some((outcome) => outcome.fact === fact.id),
    );
    const after = withoutMerge(before, isFree ? late : own, isFree ? [] : theirs, merge.at, judging);
    if (isFree && after.rev === before.rev) return before;
    const free = { ...after, rev: found.person.rev + 1, updatedAt: workshop.runtime.now() };
    if ((await stores.people.save(free)) === "saved" && isFree) return free;
  }
  throw new TransientFault("person-busy", `The person ${merge.other} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** What has come by the other, or by those who had been merged into them. */
async function ownFacts({ stores }: Workshop, other: Person, since: Instant): Promise<readonly LoggedFact[]> {
  return (await Promise.all(everyIdOf(other).map((id: PersonId) => stores.merges.logged(id, since)))).flat();
}

/** A no that one of both said while they were one stands in the proof of both. */
async function recordSharedRefusals(workshop: Workshop, merge: Merge, both: { readonly kept: Person; readonly other: Person }) {
  const { stores } = workshop;
  const [byKept, byOther] = await Promise.all([stores.merges.logged(merge.kept, merge.at), ownFacts(workshop, both.other, merge.at)]);
  await stores.consents.record([...sharedRefusals(both.kept, byOther), ...sharedRefusals(both.other, byKept)]);
}

async function keptAlone(workshop: Workshop, merge: Merge, now: Person): Promise<Person> {
  const { stores, definitions } = workshop;
  const before = merge.before ?? now;
  const other = (await stores.people.dossier(merge.other))?.person;
  const [own, theirs] = await Promise.all([
    stores.merges.logged(merge.kept, merge.at),
    other === undefined ? [] : ownFacts(workshop, other, merge.at),
  ]);
  const alone = withoutMerge(before, own, theirs, merge.at, await definitions.judging());
  return { ...alone, rev: now.rev };
}

function undoFact(merge: Merge, before: Person, other: Person): Extract<Fact, { kind: "unmerge" }> {
  const { id, undoneAt = merge.at, undoneBy = merge.by } = merge;
  return { kind: "unmerge", id: `${id}#undo`, at: undoneAt, by: undoneBy, restored: before, other: other.id, otherEmail: other.email };
}
