import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import type { Purchase } from "#core/event/catalogue.ts";
import { deterministicId } from "#core/id/id.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Instant } from "#core/time/instant.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";
import { type Applied, applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/** Makes the buyer a client, known before or not, and ends the sequences that were after the purchase. */
export async function applyPurchase(workshop: Workshop, purchase: Purchase, toldAt: Instant): Promise<Applied> {
  const read = readAddress(purchase.email);
  if (read.kind === "impossible")
    throw new PermanentFault("address-impossible", `A purchase names an impossible e-mail address: ${read.problem}`);
  const at = purchase.at === undefined ? toldAt : Date.parse(purchase.at);
  const addressHash = hashAddress(read.address);
  const known = await workshop.stores.addresses.find(addressHash);
  const candidate = deterministicId("person", at, "purchase", purchase.id);
  const personId = known.personId ?? (await workshop.stores.addresses.claim(addressHash, candidate));
  const as = known.as === undefined ? {} : { as: known.as };
  const fact: Fact = { kind: "purchase", id: purchaseFactId(purchase.id), at, purchase, ...as };
  return applyFact(workshop, personId, fact, blankPerson(personId, read.email, addressHash, at));
}

/** One purchase is one fact, whether the bus or a hook tells of it, or both do. */
export function purchaseFactId(purchaseId: string): string {
  return `purchase#${purchaseId}`;
}
