import { duplicateKeys, keysVersion, likenessOf } from "#core/duplicate/likeness.ts";
import type { Person } from "#core/person/person.ts";
import type { Workshop } from "../workshop.ts";

/**
 * Keeps the keys by which somebody is found who may be the same, where they have changed: one write a key, and none at all in
 * most of what happens to people. Whoever shares a new one is suggested, once: what somebody has said of the two stays.
 */
export async function keepDuplicateKeys({ stores, runtime }: Workshop, before: Person | undefined, after: Person): Promise<void> {
  const had = before === undefined || before.keyed !== keysVersion ? [] : duplicateKeys(before);
  const has = duplicateKeys(after);
  const others = new Set(
    (await Promise.all(has.filter((key) => !had.includes(key)).map((key) => stores.duplicates.share(key, after.id)))).flat(),
  );
  await Promise.all(had.filter((key) => !has.includes(key)).map((key) => stores.duplicates.leave(key, after.id)));
  if (others.size === 0) return;
  for (const other of await stores.people.several([...others])) {
    const likeness = other.mergedInto === undefined ? likenessOf(after, other) : undefined;
    if (likeness === undefined) continue;
    const pair = { one: after.id, other: other.id, ...likeness, kinds: [...likeness.kinds] };
    await stores.duplicates.suggest({ ...pair, state: "suggested", at: runtime.now() });
  }
}

/** Forgets all of it, for somebody who is erased or merged into another: their keys, and whom they looked like. */
export async function forgetDuplicates({ stores }: Workshop, person: Person): Promise<void> {
  for (const key of duplicateKeys(person)) await stores.duplicates.leave(key, person.id);
  for (const { other } of await stores.duplicates.of(person.id)) await stores.duplicates.forget(person.id, other);
}
