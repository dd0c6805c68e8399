import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { newId, type PersonId } from "#core/id/id.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { whyNoInterest } from "#core/submission/consent-given-by.ts";
import { applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/** Somebody as a hand adds them: what is known, and what we may rest on. */
export interface ByHand {
  readonly email: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly company?: string | undefined;
  readonly phone?: string | undefined;
  readonly basis: LawfulBasis["basis"] | "none";
  /** How and when they agreed, or why they may expect to hear from us. */
  readonly proof?: string | undefined;
}

export type Added =
  | { readonly kind: "added"; readonly id: PersonId }
  | { readonly kind: "known"; readonly id: PersonId }
  | { readonly kind: "impossible-address"; readonly problem: string; readonly remedy: string }
  | { readonly kind: "no-proof" }
  | { readonly kind: "no-interest"; readonly because: "address-private" | "address-disposable" };

/** Where people come from whom somebody here has added. */
const source = "hand";

/** Adds somebody by hand. It is no action of theirs: it scores nothing, and an address that must not be written to stays so. */
export async function addPerson(workshop: Workshop, person: ByHand, by: string): Promise<Added> {
  const { stores, runtime } = workshop;
  const read = readAddress(person.email);
  if (read.kind === "impossible") return { kind: "impossible-address", problem: read.problem, remedy: read.remedy };
  if (person.basis !== "none" && (person.proof ?? "") === "") return { kind: "no-proof" };
  const because = person.basis === "legitimate-interest" ? whyNoInterest(read.email) : undefined;
  if (because !== undefined) return { kind: "no-interest", because };
  const now = runtime.now();
  const addressHash = hashAddress(read.address);
  const known = await stores.addresses.find(addressHash);
  // Whoever claimed the address and died before the person stood is no obstacle: the id is taken up.
  const id = known.personId ?? (await stores.addresses.claim(addressHash, newId("person", now, runtime.random(10))));
  if ((await stores.people.dossier(id)) !== undefined) return { kind: "known", id };
  const { firstName, lastName, company, phone } = person;
  const told = Object.entries({ firstName, lastName, company, phone }).filter(([, value]) => value !== undefined && value !== "");
  const fact: Fact = {
    kind: "set",
    id: newId("event", now, runtime.random(10)),
    at: now,
    by,
    attributes: Object.fromEntries(told.map(([name, value]) => [name, value ?? ""])),
    stage: undefined,
    tags: { add: [], remove: [] },
    arrival: { source, consent: consentOf(person, now), suppression: known.suppression },
  };
  await applyFact(workshop, id, fact, blankPerson(id, read.email, addressHash, now));
  return { kind: "added", id };
}

function consentOf({ basis, proof }: ByHand, at: number): { readonly marketing?: LawfulBasis } {
  if (basis === "none") return {};
  return { marketing: { basis, at, source, ...(proof === undefined ? {} : { text: proof }) } };
}
