import { type Bucket, fullBucket, take } from "#core/due/token-bucket.ts";

/** Leave to send: how fast SES lets us, shared out over those who send at the same time. */
export interface SendBudget {
  /** Waits until one more mail may leave; false if none may before `deadline`. */
  take(deadline: number): Promise<boolean>;
  /** SES said we are too fast: half the pace from here on, regained little by little. */
  slowDown(): void;
}

/** The slowest a throttled budget becomes, and how much of its rate it regains with each mail let through. */
const slowest = 0.05;
const regained = 0.01;

/** A budget of so many mails a second, by a token bucket in real (monotonic) time. */
export function createSendBudget(perSecond: number, pause: (milliseconds: number) => Promise<void> = wait): SendBudget {
  let share = 1;
  let bucket: Bucket = fullBucket(perSecond, performance.now());
  return {
    take: async (deadline) => {
      for (;;) {
        const taken = take(bucket, performance.now(), perSecond * share);
        bucket = taken.bucket;
        if (taken.waitMs === 0) break;
        if (performance.now() + taken.waitMs > deadline) return false;
        await pause(taken.waitMs);
      }
      share = Math.min(1, share + regained);
      return true;
    },
    slowDown: () => {
      share = Math.max(slowest, share / 2);
    },
  };
}

/** For work done at once outside a tick: one mail, now. SES itself says if that is too fast. */
export const unlimitedBudget: SendBudget = { take: async () => true, slowDown: () => undefined };

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
