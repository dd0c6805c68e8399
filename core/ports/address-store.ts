import type { Suppression } from "#core/address/suppression.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";

/** Who an address belongs to, and whether it must not be written to. */
export interface AddressRecord {
  readonly personId: PersonId | undefined;
  /** Whose address it was, before they were merged into that person. */
  readonly as?: PersonId;
  readonly suppression: Suppression | undefined;
}

export interface AddressStore {
  /** Which of these addresses must not be written to; strongly consistent. */
  suppressions(addressHashes: readonly string[]): Promise<ReadonlyMap<string, Suppression>>;
  find(addressHash: string): Promise<AddressRecord>;
  /** The same of many at once; strongly consistent. Of each that was asked for there is one. */
  findAll(addressHashes: readonly string[]): Promise<ReadonlyMap<string, AddressRecord>>;
  /** Binds the address to the person unless another has it; answers whose it is now. */
  claim(addressHash: string, personId: PersonId): Promise<PersonId>;
  /** Keeps the first reason an address was suppressed for; later ones change nothing. */
  suppress(addressHash: string, suppression: Suppression): Promise<void>;
  /** Leads an address to another person, if one of the two has it: to the one somebody was merged into, or back. */
  lead(addressHash: string, to: { readonly personId: PersonId; readonly as?: PersonId }, from: PersonId): Promise<void>;
  /** Takes an opt-out of before `at` back, for whoever said yes again by a link; any other suppression stays. */
  welcomeBack(addressHash: string, at: Instant): Promise<void>;
  /** Frees an address whose person was erased. Its suppression, if there is one, stays. */
  release(addressHash: string): Promise<void>;
}
