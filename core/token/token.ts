import type { MessageId, PersonId } from "#core/id/id.ts";

/**
 * What a token lets its bearer do. A token made for one purpose is useless for every other. One to `measure` lets a site tell which of its
 * pages its bearer looks at, for as long as they agree; it reads nothing. One for
 * a `form` lets its bearer be asked only what they have not told yet; it shows nothing they told. One to `confirm` names the mail that asked, and is worth something for as long as that request is waited for: the request says how long.
 */
export type TokenPurpose = "unsubscribe" | "reply" | "measure" | "confirm" | "form";

/** Whom a token speaks for. */
export interface TokenSubject {
  readonly personId: PersonId;
  readonly messageId?: MessageId;
}
