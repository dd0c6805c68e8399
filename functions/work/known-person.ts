import type { Suppression } from "#core/address/suppression.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { standsFor } from "./merge/stands-for.ts";
import type { Workshop } from "./workshop.ts";

/** Who has an address, and whether it may be written to. */
export interface KnownPerson {
  readonly personId: PersonId | undefined;
  readonly person: Person | undefined;
  readonly suppression: Suppression | undefined;
  /** Whose address it was, before they were merged into the person. */
  readonly as: PersonId | undefined;
}

export async function knownPerson({ stores }: Pick<Workshop, "stores">, addressHash: string): Promise<KnownPerson> {
  const { personId, as, suppression } = await stores.addresses.find(addressHash);
  const found = personId === undefined ? undefined : await standsFor(stores, as ?? personId);
  return { personId: found?.person.id ?? personId, person: found?.person, suppression, as: found?.as };
}

/** The same of many addresses, in as few reads as can be. Who was merged into somebody is read by themselves. */
export async function knownPeople(
  workshop: Pick<Workshop, "stores">,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const { addresses, people } = workshop.stores;
  const records = await addresses.findAll(hashes);
  const ids = [...records.values()].flatMap(({ personId, as }) => (as === undefined ? (personId ?? []) : []));
  const found = new Map((await people.several(ids, { consistent: true })).map((person) => [person.id, person]));
  return new Map(
    await Promise.all(
      [...records].map(async ([hash, { personId, as, suppression }]): Promise<[string, KnownPerson]> => {
        if (personId === undefined) return [hash, { personId, person: undefined, suppression, as: undefined }];
        const person = found.get(personId);
        if (as !== undefined || person?.mergedInto !== undefined) return [hash, await knownPerson(workshop, hash)];
        return [hash, { personId, person, suppression, as: undefined }];
      }),
    ),
  );
}
