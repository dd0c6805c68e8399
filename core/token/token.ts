import type { MessageId, PersonId } from "#core/id/id.ts";

/** What a token lets its bearer do. A token made for one purpose is useless for every other. */
export type TokenPurpose = "unsubscribe" | "reply";

/** Whom a token speaks for. */
export interface TokenSubject {
  readonly personId: PersonId;
  readonly messageId?: MessageId;
}
