import type { Instant } from "#core/time/instant.ts";

/** How many requests a caller has made in a window of time. */
export interface RateStore {
  /** Counts one more of whoever `caller` names, in the window of time that begins then; answers how many it is now. */
  count(caller: string, window: Instant, until: Instant): Promise<number>;
}
