import { duplicateKeys, keysVersion, likenessOf } from "#core/duplicate/likeness.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Workshop } from "../workshop.ts";

/** Somebody before and after something happened to them. */
export interface Changed {
  readonly before: Person | undefined;
  readonly after: Person;
}

/**
 * Keeps the keys by which somebody is found who may be the same, where they have changed: one write a key, and none at all in
 * most of what happens to people. Whoever shares a new one is suggested, once: what somebody has said of the two stays.
 */
export async function keepDuplicateKeys(workshop: Workshop, before: Person | undefined, after: Person): Promise<void> {
  const { duplicates } = workshop.stores;
  const { taken, left } = keyChange({ before, after });
  const others = new Set((await Promise.all(taken.map((key) => duplicates.share(key, after.id)))).flat());
  await Promise.all(left.map((key) => duplicates.leave(key, after.id)));
  await suggestTo(workshop, after, others);
}

/** The same of everybody in a part of a list, at once. */
export async function keepKeysOfAll(workshop: Workshop, people: readonly Changed[]): Promise<void> {
  const { duplicates } = workshop.stores;
  const changes = people.map((one) => ({ ...keyChange(one), person: one.after }));
  const sharing = await duplicates.shareAll(changes.flatMap(({ taken, person: { id } }) => taken.map((key) => ({ key, id }))));
  for (const { person, taken, left } of changes) {
    for (const key of left) await duplicates.leave(key, person.id);
    const others = new Set(taken.flatMap((key) => sharing.get(key) ?? []).filter((other) => other !== person.id));
    await suggestTo(workshop, person, others);
  }
}

function keyChange({ before, after }: Changed): { readonly taken: readonly string[]; readonly left: readonly string[] } {
  const had = before === undefined || before.keyed !== keysVersion ? [] : duplicateKeys(before);
  const has = duplicateKeys(after);
  return { taken: has.filter((key) => !had.includes(key)), left: had.filter((key) => !has.includes(key)) };
}

async function suggestTo({ stores, runtime }: Workshop, person: Person, others: ReadonlySet<PersonId>): Promise<void> {
  if (others.size === 0) return;
  for (const other of await stores.people.several([...others])) {
    const likeness = other.mergedInto === undefined ? likenessOf(person, other) : undefined;
    if (likeness === undefined) continue;
    const pair = { one: person.id, other: other.id, ...likeness, kinds: [...likeness.kinds] };
    await stores.duplicates.suggest({ ...pair, state: "suggested", at: runtime.now() });
  }
}

/** Forgets all of it, for somebody who is erased or merged into another: their keys, and whom they looked like. */
export async function forgetDuplicates({ stores }: Workshop, person: Person): Promise<void> {
  for (const key of duplicateKeys(person)) await stores.duplicates.leave(key, person.id);
  for (const { other } of await stores.duplicates.of(person.id)) await stores.duplicates.forget(person.id, other);
}
