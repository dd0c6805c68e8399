import { type Activity, pageView } from "#core/activity/activity.ts";
import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import type { PersonId } from "#core/id/id.ts";
import { stands } from "#core/person/consent.ts";
import type { Instant } from "#core/time/instant.ts";
import { standsFor } from "./merge/stands-for.ts";
import { type Applied, applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/** Whose activity it is: by their address, or by the id we gave them. */
export type Doer = { readonly email: string } | { readonly personId: PersonId };

/** `not-agreed`: they did not agree to be measured, so that a look at a page is not kept. */
export type AppliedActivity = Applied | { readonly kind: "not-agreed" };

/** Tells a person's rules and sequences what they did. It makes nobody: who has given us nothing has agreed to nothing. */
export async function applyActivity(
  workshop: Workshop,
  doer: Doer,
  told: { readonly id: string; readonly at: Instant; readonly activity: Activity },
): Promise<AppliedActivity> {
  // By the person themselves, or by somebody who was merged into them: `applyFact` finds out whom that means.
  const personId = "personId" in doer ? doer.personId : await personOf(workshop, doer.email);
  if (personId === undefined) return { kind: "unknown-person" };
  if (told.activity.name === pageView) {
    const found = await standsFor(workshop.stores, personId);
    if (found === undefined) return { kind: "unknown-person" };
    if (!stands(found.person.consent.measurement)) return { kind: "not-agreed" };
  }
  return applyFact(workshop, personId, { kind: "activity", id: `activity#${told.id}`, at: told.at, activity: told.activity });
}

async function personOf({ stores }: Workshop, email: string): Promise<PersonId | undefined> {
  const read = readAddress(email);
  if (read.kind === "impossible") return undefined;
  const known = await stores.addresses.find(hashAddress(read.address));
  return known.as ?? known.personId;
}
