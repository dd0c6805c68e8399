import { newId, type PersonId } from "#core/id/id.ts";
import { type Merge, newMerge } from "#core/merge/merge.ts";
import { everyIdOf, mostMerged, undoable } from "#core/merge/merged.ts";
import type { Person } from "#core/person/person.ts";
import type { Workshop } from "../workshop.ts";
import { continueMerge } from "./continue-merge.ts";
import { standsFor } from "./stands-for.ts";

/** Why two people are not merged, or a merge is not undone. */
export type MergeRefusal = "unknown" | "unknown-other" | "same" | "too-many" | "busy" | "nothing-to-undo";

export type MergeBegun = { readonly kind: "done"; readonly person: Person } | { readonly kind: "refused"; readonly why: MergeRefusal };

/** Both people as they are, if they can be merged. */
export async function mergeable(
  workshop: Workshop,
  keptId: PersonId,
  otherId: PersonId,
): Promise<{ readonly kept: Person; readonly other: Person } | { readonly why: MergeRefusal }> {
  const { stores } = workshop;
  const [kept, other] = await Promise.all([standsFor(stores, keptId), standsFor(stores, otherId)]);
  if (kept === undefined) return { why: "unknown" };
  if (other === undefined) return { why: "unknown-other" };
  if (kept.person.id === other.person.id) return { why: "same" };
  if (everyIdOf(kept.person).length + everyIdOf(other.person).length > mostMerged + 1) return { why: "too-many" };
  const [isSettled, isOtherSettled] = await Promise.all([settled(workshop, kept.person), settled(workshop, other.person)]);
  return isSettled && isOtherSettled ? { kept: kept.person, other: other.person } : { why: "busy" };
}

/** Whether no merge of theirs is under way, or being undone. */
async function settled({ stores, runtime }: Workshop, person: Person): Promise<boolean> {
  const latest = undoable(person, runtime.now());
  const merge = latest === undefined ? undefined : await stores.merges.find(person.id, latest.merge);
  return merge === undefined || merge.state === "merged";
}

/**
 * Merges one person into another. The record comes first: whatever dies after it is finished by the due index. Where the
 * merge turns out to be impossible half-way (somebody merges one of the two elsewhere), all is as it was.
 */
export async function mergePerson(
  workshop: Workshop,
  asked: { readonly kept: PersonId; readonly other: PersonId; readonly address: Merge["address"]; readonly by: string },
): Promise<MergeBegun> {
  const { stores, runtime } = workshop;
  const both = await mergeable(workshop, asked.kept, asked.other);
  if ("why" in both) return { kind: "refused", why: both.why };
  const now = runtime.now();
  const id = newId("merge", now, runtime.random(10));
  const merge = newMerge(id, { ...asked, kept: both.kept.id, other: both.other.id }, now);
  await stores.merges.create(merge);
  await continueMerge(workshop, merge);
  const merged = await standsFor(stores, merge.other);
  if (merged?.person.id !== merge.kept) return { kind: "refused", why: "busy" };
  return { kind: "done", person: merged.person };
}

/** Undoes the latest merge of a person, while it can be undone. */
export async function unmergePerson(workshop: Workshop, id: PersonId, by: string): Promise<MergeBegun & { readonly merge?: Merge }> {
  const { stores, runtime } = workshop;
  const found = await standsFor(stores, id);
  if (found === undefined) return { kind: "refused", why: "unknown" };
  const now = runtime.now();
  const from = undoable(found.person, now);
  const merge = from === undefined ? undefined : await stores.merges.find(found.person.id, from.merge);
  if (merge === undefined) return { kind: "refused", why: "nothing-to-undo" };
  if (merge.state !== "merged") return { kind: "refused", why: "busy" };
  const undoing: Merge = { ...merge, rev: merge.rev + 1, state: "undoing", undoneBy: by, undoneAt: now, dueAt: now + 30_000 };
  if ((await stores.merges.save(undoing)) === "conflict") return { kind: "refused", why: "busy" };
  await continueMerge(workshop, undoing);
  const parted = await stores.people.dossier(merge.kept);
  return parted === undefined ? { kind: "refused", why: "unknown" } : { kind: "done", person: parted.person, merge };
}
