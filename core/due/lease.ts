import { minute } from "#core/time/instant.ts";

/** How long a worker has a shard to itself without saying again that it lives, in milliseconds. */
export const leaseLength = minute;
