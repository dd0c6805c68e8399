import type { Instant } from "#core/time/instant.ts";

/** Proof that SES's events still reach us: the latest instant at which SES accepted a mail we had an event for. */
export interface FeedbackWatermark {
  read(): Promise<Instant | undefined>;
  advance(to: Instant): Promise<void>;
}
