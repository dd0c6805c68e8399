import { because } from "#core/reason/sentences.ts";
import type { Because } from "#core/reason/because.ts";
import { hour, type Instant } from "#core/time/instant.ts";
import type { Message, MessageState } from "./message.ts";

/** How long an unsettled mail waits for proof that SES's events reach us, before a person is asked, in milliseconds. */
export const proofTime = 24 * hour;

/** What to do about a record that stands already where a mail was to be claimed. */
export type Settlement =
  | { readonly kind: "busy"; readonly until: Instant }
  | { readonly kind: "already-sent" }
  | { readonly kind: "wait-for-event"; readonly until: Instant }
  | { readonly kind: "resend" }
  | { readonly kind: "uncertain"; readonly because: Because }
  | { readonly kind: "refused" };

/** Which acts each state of a message allows; the API refuses by it, and the console greys its buttons by it. */
export const allowedStates = {
  resend: ["claimed", "uncertain", "unsent"],
  "count-as-sent": ["claimed", "uncertain"],
  settle: ["claimed"],
} as const satisfies Record<string, readonly MessageState[]>;

export function mayDo(act: keyof typeof allowedStates, state: MessageState): boolean {
  return allowedStates[act].some((allowed) => allowed === state);
}

/**
 * Settles a claim whose answer is not known (DESIGN, decision 4). SES's own event would have made it `sent`. It is sent
 * again only when the grace time has passed without one *and* SES told of a mail it took later: then the channel is alive
 * and the silence means something. Else it stays uncertain, for a person to decide.
 */
export function settle(input: {
  readonly message: Message;
  readonly now: Instant;
  readonly watermark: Instant | undefined;
  readonly grace: number;
}): Settlement {
  const { message, now, watermark, grace } = input;
  switch (message.state) {
    case "sent":
      return { kind: "already-sent" };
    case "refused":
      return { kind: "refused" };
    case "unsent":
      return { kind: "resend" };
    case "uncertain":
      return { kind: "uncertain", because: because("uncertain") };
    case "claimed": {
      if (now < message.claimUntil) return { kind: "busy", until: message.claimUntil };
      const graceOver = message.claimedAt + grace;
      if (now < graceOver) return { kind: "wait-for-event", until: graceOver };
      // The handing over may have lasted as long as the claim: only a mail taken after that is a later one.
      if (watermark !== undefined && watermark > message.claimUntil) return { kind: "resend" };
      const proofOver = message.claimedAt + proofTime;
      return now < proofOver
        ? { kind: "wait-for-event", until: Math.min(now + grace, proofOver) }
        : { kind: "uncertain", because: because("uncertain") };
    }
  }
}
