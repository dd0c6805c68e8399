import { type Likeness, likenessOf } from "#core/duplicate/likeness.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Page } from "#core/ports/page.ts";
import type { Workshop } from "../workshop.ts";

/** Two people who look like one, as they are now. */
export interface Lookalike {
  readonly one: Person;
  readonly other: Person;
  readonly likeness: Likeness;
}

/** Pairs that nobody has answered, the surest first. A pair that is none any more, by what both are now, is left out. */
export async function lookalikes(
  { stores }: Workshop,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Lookalike>> {
  const pairs = await stores.duplicates.page(page);
  return { items: await readPairs(stores, pairs.items), next: pairs.next };
}

/** The same of one person. */
export async function lookalikesOf({ stores }: Workshop, id: PersonId): Promise<readonly Lookalike[]> {
  const pairs = (await stores.duplicates.of(id)).filter(({ state }) => state === "suggested");
  const found = await readPairs(stores, pairs);
  return found.toSorted((one, other) => other.likeness.confidence - one.likeness.confidence);
}

async function readPairs(
  { people }: Pick<Workshop["stores"], "people">,
  pairs: readonly { readonly one: PersonId; readonly other: PersonId }[],
): Promise<readonly Lookalike[]> {
  const known = new Map(
    (await people.several([...new Set(pairs.flatMap(({ one, other }) => [one, other]))])).map((person) => [person.id, person]),
  );
  return pairs.flatMap((pair) => {
    const [one, other] = [known.get(pair.one), known.get(pair.other)];
    if (one === undefined || other === undefined || one.mergedInto !== undefined || other.mergedInto !== undefined) return [];
    const likeness = likenessOf(one, other);
    return likeness === undefined ? [] : [{ one, other, likeness }];
  });
}
