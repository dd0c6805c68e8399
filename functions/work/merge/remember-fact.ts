import { isUndoable } from "#core/merge/merged.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Workshop } from "../workshop.ts";

/**
 * Remembers a fact of somebody whose merge can still be undone, before it is applied: undoing tells each of the two what has
 * happened to them alone. Whether it was remembered.
 */
export async function rememberFact({ stores, runtime }: Workshop, person: Person, as: PersonId | undefined, fact: Fact): Promise<boolean> {
  const now = runtime.now();
  if (fact.kind === "merge" || fact.kind === "unmerge" || !isUndoable(person, now)) return false;
  await stores.merges.log(as ?? person.id, { at: now, fact });
  return true;
}
