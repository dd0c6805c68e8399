import { fullBucket, take } from "#core/due/token-bucket.ts";
import { day, type Instant } from "#core/time/instant.ts";

/** What an SES account may send. */
export interface SendLimits {
  readonly perSecond: number;
  readonly perDay: number;
  /** How long SES takes to answer, in milliseconds: for benches. */
  readonly latencyMs: number;
}

export const defaultLimits: SendLimits = { perSecond: 1000, perDay: 1_000_000, latencyMs: 0 };

export type Leave = "granted" | "too-fast" | "quota-spent";

/**
 * Counts what is sent: the rate by real time, as SES does, the quota over the last 24 hours of the movable clock. `sent`
 * holds the instants of earlier mails, oldest first.
 */
export function createSendCounter(limits: SendLimits, sent: readonly Instant[], monotonic: () => number = () => performance.now()) {
  let bucket = fullBucket(limits.perSecond, monotonic());
  const instants = [...sent];
  const sentLastDay = (now: Instant): number => {
    let outside = 0;
    while ((instants[outside] ?? Number.POSITIVE_INFINITY) <= now - day) outside++;
    instants.splice(0, outside);
    return instants.length;
  };
  return {
    sentLastDay,
    ask: (now: Instant): Leave => {
      if (sentLastDay(now) >= limits.perDay) return "quota-spent";
      const taken = take(bucket, monotonic(), limits.perSecond);
      bucket = taken.bucket;
      if (taken.waitMs > 0) return "too-fast";
      instants.push(now);
      return "granted";
    },
  };
}
