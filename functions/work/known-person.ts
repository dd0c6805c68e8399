import type { Suppression } from "#core/address/suppression.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Workshop } from "./workshop.ts";

/** Who has an address, and whether it may be written to. */
export async function knownPerson(
  { stores }: Pick<Workshop, "stores">,
  addressHash: string,
): Promise<{
  readonly personId: PersonId | undefined;
  readonly person: Person | undefined;
  readonly suppression: Suppression | undefined;
}> {
  const { personId, suppression } = await stores.addresses.find(addressHash);
  const dossier = personId === undefined ? undefined : await stores.people.dossier(personId);
  return { personId, person: dossier?.person, suppression };
}
