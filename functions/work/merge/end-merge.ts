import type { Merge } from "#core/merge/merge.ts";
import { everyIdOf, isUndoable } from "#core/merge/merged.ts";
import type { Workshop } from "../workshop.ts";

/** Ends the time in which a merge can be undone: what was kept for that is forgotten. The other stays a sign that leads to the one who stays. */
export async function endMerge({ stores, runtime }: Workshop, merge: Merge): Promise<void> {
  const now = runtime.now();
  const [kept, other] = await Promise.all([stores.people.dossier(merge.kept), stores.people.dossier(merge.other)]);
  if (other?.person.mergedInto?.merge === merge.id) {
    const { person } = other;
    await stores.people.save({ ...person, rev: person.rev + 1, attributes: {}, consent: {}, applied: [], qualification: {}, tags: [] });
    for (const id of everyIdOf(person)) await stores.merges.forgetLogged(id);
  }
  if (kept !== undefined && !isUndoable(kept.person, now)) await stores.merges.forgetLogged(merge.kept);
  await stores.merges.remove(merge.kept, merge.id);
}
