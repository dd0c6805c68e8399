import { randomBytes } from "node:crypto";
import type { Instant } from "#core/time/instant.ts";

/** What a function gets from the world it runs in, handed down from its entry and never reached for. */
export interface Runtime {
  now(): Instant;
  random(bytes: number): Uint8Array;
}

/** The real clock and the operating system's randomness. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
};
