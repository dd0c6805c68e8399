import { randomBytes } from "node:crypto";
import type { Instant } from "#core/time/instant.ts";

/** What a function gets from the world it runs in, handed down from its entry and never reached for. */
export interface Runtime {
  now(): Instant;
  random(bytes: number): Uint8Array;
  /** Raised when the process is about to end: long work stops after the slice it is at. Lambda has none, and gives a time instead. */
  readonly ending?: AbortSignal;
}

export function isEnding({ ending }: Runtime): boolean {
  return ending?.aborted === true;
}

/** The real clock and the operating system's randomness. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
};
