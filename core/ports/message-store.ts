import type { MessageId, PersonId } from "#core/id/id.ts";
import type { Message } from "#core/message/message.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Saved } from "./saved.ts";

export interface MessageStore {
  /** Writes the claim if no record stands under this id; else answers the record that does. */
  claim(message: Message): Promise<{ readonly kind: "claimed" } | { readonly kind: "taken"; readonly by: Message }>;
  /** `stale`: a reading that may be a moment old will do, at half the price. */
  find(personId: PersonId, id: MessageId, options?: { readonly stale: boolean }): Promise<Message | undefined>;
  /** Claims an unsettled record (`claimed`, `unsent` or `uncertain`) once more, if it is still at `attempt`; the stored attempt grows by one. */
  reclaim(message: Message, claimedAt: Instant, claimUntil: Instant): Promise<Saved>;
  /** Sets the given fields if the record exists and, where `from` is given, its state is one of those. Never brings a record to life. */
  update(
    personId: PersonId,
    id: MessageId,
    change: { readonly set: Partial<Message>; readonly from?: readonly Message["state"][]; readonly unless?: keyof Message },
  ): Promise<{ readonly kind: "updated"; readonly message: Message } | { readonly kind: "unchanged" }>;
  /** Lets go of a record that only kept others from sending (`stopped` by a merge). */
  unblock(personId: PersonId, id: MessageId): Promise<void>;
  /** Appends one click; the record as it is then, for whoever judges all of them. */
  appendClick(personId: PersonId, id: MessageId, click: NonNullable<Message["clicks"]>[number]): Promise<Message | undefined>;
}
