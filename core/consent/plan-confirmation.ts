import type { Suppression } from "#core/address/suppression.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because, type ReasonCode } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";
import { type Ask, type Confirmation, mayLeaveAt, nextLook, wasReminded } from "./confirmation.ts";
import { whyNotAsked } from "./take-consent.ts";

/** What to do with a request to confirm now, and why. */
export type ConfirmationVerdict =
  | { readonly kind: "send"; readonly ask: Ask; readonly because: Because }
  | { readonly kind: "wait"; readonly until: Instant; readonly because: Because }
  /** The link was used: do what follows from it. */
  | { readonly kind: "apply" }
  | { readonly kind: "look-over" }
  | { readonly kind: "lapse"; readonly because: ReasonCode }
  | { readonly kind: "end"; readonly because: Because };

/**
 * Decides on one request: its mail leaves if the address may be asked and has not been asked too often today; then it waits
 * for its one reminder and for its end. Nothing is asked of who was suppressed meanwhile, or has said no.
 */
export function planConfirmation(input: {
  readonly confirmation: Confirmation;
  readonly person: Person;
  readonly suppression: Suppression | undefined;
  readonly now: Instant;
}): ConfirmationVerdict {
  const { confirmation, person, now } = input;
  if (confirmation.status === "confirmed") return { kind: "apply" };
  if (confirmation.status === "settling") return { kind: "look-over" };
  if (confirmation.status !== "awaiting") return { kind: "end", because: confirmation.because };
  if (person.consent.awaited?.request !== confirmation.request) return { kind: "end", because: because("asked-anew") };
  const objection = whyNotAskedNow(input);
  if (objection !== undefined) return { kind: "lapse", because: objection };
  if (now >= confirmation.until) return { kind: "lapse", because: "not-confirmed-in-time" };
  const ask = confirmation.next ?? reminderDue(confirmation, now);
  if (ask === undefined) return { kind: "wait", until: nextLook(confirmation), because: because("awaiting-confirmation") };
  const leaves = mayLeaveAt(confirmation, now);
  if (leaves > now) return { kind: "wait", until: Math.min(leaves, confirmation.until), because: because("enough-confirmations") };
  return { kind: "send", ask, because: because(whyAsked[ask.why]) };
}

const whyAsked = {
  first: "asks-to-confirm",
  reminder: "reminds-to-confirm",
  again: "asked-again-to-confirm",
} as const satisfies Record<Ask["why"], ReasonCode>;

/** The policies of asking, as of now. That they were asked after an opt-out is this very request. */
function whyNotAskedNow({ person, suppression }: Parameters<typeof planConfirmation>[0]): ReasonCode | undefined {
  const { askedAfterOptOutAt: _, ...consent } = person.consent;
  return whyNotAsked({ consent, suppression: suppression ?? person.suppressed, isPaused: person.paused !== undefined });
}

function reminderDue(confirmation: Confirmation, now: Instant): Ask | undefined {
  const { remindAt, personId, request } = confirmation;
  if (remindAt === undefined || now < remindAt || wasReminded(confirmation)) return undefined;
  return { messageId: confirmationMessageId(personId, request, "reminder", remindAt), at: remindAt, why: "reminder" };
}

/** The one message an occasion to ask can have: whoever sends it names the same record. */
export function confirmationMessageId(personId: Person["id"], request: string, why: Ask["why"], at: Instant): Ask["messageId"] {
  return deterministicId("message", at, "confirmation", personId, request, why, String(at));
}
