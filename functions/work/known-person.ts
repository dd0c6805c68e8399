import type { Suppression } from "#core/address/suppression.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { standsFor } from "./merge/stands-for.ts";
import type { Workshop } from "./workshop.ts";

/** Who has an address, and whether it may be written to. */
export async function knownPerson(
  { stores }: Pick<Workshop, "stores">,
  addressHash: string,
): Promise<{
  readonly personId: PersonId | undefined;
  readonly person: Person | undefined;
  readonly suppression: Suppression | undefined;
  /** Whose address it was, before they were merged into the person. */
  readonly as: PersonId | undefined;
}> {
  const { personId, as, suppression } = await stores.addresses.find(addressHash);
  const found = personId === undefined ? undefined : await standsFor(stores, as ?? personId);
  return { personId: found?.person.id ?? personId, person: found?.person, suppression, as: found?.as };
}
