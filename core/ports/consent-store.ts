import type { Confirmation } from "#core/consent/confirmation.ts";
import type { ConsentEvent } from "#core/consent/consent-event.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Saved } from "./saved.ts";

/** The one request to confirm that a person has, if they have one. */
export interface ConfirmationStore {
  find(personId: PersonId): Promise<Confirmation | undefined>;
  /** Stores `confirmation` (whose `rev` is already the new one) if the stored revision is `rev - 1`; the first if there is none. */
  save(confirmation: Confirmation): Promise<Saved>;
}

/** The proof of consent: written once, erased with the person. */
export interface ConsentStore {
  /** Writes events under their ids, whether they stand there or not. */
  record(events: readonly ConsentEvent[]): Promise<void>;
  /** All that ever happened to what a person's purposes rest on, oldest first. */
  history(personId: PersonId): Promise<readonly ConsentEvent[]>;
}
