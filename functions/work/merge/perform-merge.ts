import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { countMerged } from "#core/insight/count-people.ts";
import { countEnded } from "#core/insight/count-run.ts";
import { type Count, summed } from "#core/insight/count.ts";
import type { Merge } from "#core/merge/merge.ts";
import { stopped } from "#core/merge/merge-runs.ts";
import { mergedAway } from "#core/merge/undo-merge.ts";
import type { Person } from "#core/person/person.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { searchWords } from "#core/search/search-words.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { applyFact } from "../apply-fact.ts";
import { endedEntry, endedEvent, racesBeforeGivingUp } from "../end-runs.ts";
import { forgetDuplicates } from "../duplicates/keep-keys.ts";
import type { Workshop } from "../workshop.ts";
import { moveRun } from "./move-runs.ts";
import { standsFor } from "./stands-for.ts";

/**
 * Merges, from wherever a try before has come to. First the other is merged away: from that write on nothing happens to
 * them, no mail leaves to them, and whatever comes for them is the kept one's. Then the kept one is both, and what hung on
 * the other follows: runs, addresses, words, counts.
 */
export async function performMerge(workshop: Workshop, merge: Merge): Promise<void> {
  const { stores } = workshop;
  const other = await mergeAway(workshop, merge);
  if (other === undefined) return stores.merges.remove(merge.kept, merge.id);
  const applied = await applyFact(workshop, merge.kept, factOf(merge, other), undefined, (dossier) =>
    prepared(workshop, merge, other, dossier),
  );
  if (applied.kind === "unknown-person") return giveUp(workshop, merge);
  const kept = await standsFor(stores, merge.kept);
  if (kept === undefined) return;
  await followMerge(workshop, merge, other, kept.person);
  const counts = await countMerge(workshop, merge, other);
  await settle(workshop, merge);
  await Promise.all(counts.map((count) => stores.counters.forget(count, awayCause(merge))));
}

/** What hung on the other: their runs, their addresses, the words they are found by. */
async function followMerge(workshop: Workshop, merge: Merge, other: Person, kept: Person): Promise<void> {
  const { stores } = workshop;
  const runs = (await stores.people.dossier(other.id))?.enrollments ?? [];
  for (const run of runs) await moveRun(workshop, { from: other.id, to: kept, cause: merge.id }, run);
  await stores.addresses.lead(other.addressHash, { personId: kept.id, as: other.id }, other.id);
  for (const { addressHash, of } of other.aliases ?? []) await stores.addresses.lead(addressHash, { personId: kept.id, as: of }, other.id);
  await stores.search.forget(other.id, searchWords(other));
  await forgetDuplicates(workshop, other);
}

/** The other, merged away; undefined if they cannot be: gone, or merged into somebody else meanwhile. */
async function mergeAway({ stores, runtime }: Workshop, merge: Merge): Promise<Person | undefined> {
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const found = await stores.people.dossier(merge.other);
    if (found === undefined) return undefined;
    const into = found.person.mergedInto;
    if (into !== undefined) return into.merge === merge.id ? found.person : undefined;
    const away = mergedAway(found.person, merge.kept, merge.id, runtime.now());
    if ((await stores.people.save(away)) === "saved") return away;
  }
  throw new TransientFault("person-busy", `The person ${merge.other} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** The fact, and before it the person as they were: whatever is merged can be undone. */
async function prepared({ stores }: Workshop, merge: Merge, other: Person, { person, enrollments }: Dossier): Promise<Fact> {
  const isDone = person.mergedFrom?.some((from) => from.merge === merge.id) === true;
  const record = isDone ? undefined : await stores.merges.find(merge.kept, merge.id);
  if (record !== undefined) {
    const saved = await stores.merges.save({ ...record, rev: record.rev + 1, before: person, runs: [...enrollments] });
    if (saved === "conflict") throw new TransientFault("merge-busy", `The merge ${merge.id} is performed twice at once.`);
  }
  const { addresses } = stores;
  const [kept, others] = await Promise.all([addresses.find(person.addressHash), addresses.find(other.addressHash)]);
  return { ...factOf(merge, other), suppressions: { kept: kept.suppression, other: others.suppression } };
}

function factOf(merge: Merge, other: Person): Extract<Fact, { kind: "merge" }> {
  const { id, at, by, address, until } = merge;
  return { kind: "merge", id, at, merge: id, other, by, address, until, suppressions: { kept: undefined, other: undefined } };
}

/** The one who was to stay is gone, or merged away themselves: the other is there again, as they were. */
async function giveUp({ stores }: Workshop, merge: Merge): Promise<void> {
  const found = await stores.people.dossier(merge.other);
  if (found?.person.mergedInto?.merge === merge.id) {
    const { mergedInto: _, ...free } = found.person;
    if ((await stores.people.save({ ...free, rev: free.rev + 1 })) === "conflict")
      throw new TransientFault("person-busy", `The person ${merge.other} was changed meanwhile.`);
  }
  await stores.merges.remove(merge.kept, merge.id);
}

/** Counts the other out, and the runs that the merge has stopped, once; tells of those runs. */
async function countMerge(workshop: Workshop, merge: Merge, other: Person): Promise<readonly Count[]> {
  const { stores, bus } = workshop;
  const ended = await stoppedRuns(workshop, merge);
  const counts = summed([...countMerged(other, "away"), ...ended.flatMap(({ run }) => countEnded(run))]);
  await Promise.all(counts.map((count) => stores.counters.addRowOnce(count, awayCause(merge))));
  await bus.publish(ended.map(({ run, email }) => endedEvent({ id: merge.kept, email }, run)));
  await stores.timeline.record(ended.map(({ run }) => endedEntry({ id: run.personId }, run)));
  return counts;
}

/** The runs of both that this merge has stopped. One of the kept that made room for the other's is told by how it was. */
async function stoppedRuns({ stores }: Workshop, merge: Merge): Promise<readonly { readonly run: Enrollment; readonly email: string }[]> {
  const [record, kept, other] = await Promise.all([
    stores.merges.find(merge.kept, merge.id),
    stores.people.dossier(merge.kept),
    stores.people.dossier(merge.other),
  ]);
  const ofKept = (record?.runs ?? []).flatMap((before) => {
    const now = kept?.enrollments.find((run) => run.sequence === before.sequence);
    if (before.status === "ended" || (now?.id === before.id && now.endedBy !== merge.id)) return [];
    return [now?.id === before.id ? now : stopped(before, merge.id, merge.at)];
  });
  const ofOther = (other?.enrollments ?? []).filter((run) => run.endedBy === merge.id && run.moved === undefined);
  const email = kept?.person.email ?? "";
  return [...ofKept, ...ofOther].map((run) => ({ run, email }));
}

/** Done: what waits now is the end of the time in which it can be undone. */
async function settle({ stores }: Workshop, merge: Merge): Promise<void> {
  const record = await stores.merges.find(merge.kept, merge.id);
  if (record?.state !== "merging") return;
  const { problem: _, ...rest } = record;
  await stores.merges.save({ ...rest, rev: record.rev + 1, state: "merged", attempts: 0, dueAt: record.until });
}

/** Another cause than the merge of the one who stays, which may count in the same row. */
function awayCause({ id }: Merge): string {
  return `${id}#away`;
}
