import type { Beat, Pulse } from "#core/source/pulse.ts";

/** What has come in through each source lately: for whoever waits for the first delivery, or looks after them. */
export interface PulseStore {
  /** Counts deliveries of one outcome, and keeps when the last was. */
  beat(source: string, beat: Beat): Promise<void>;
  read(source: string): Promise<Pulse | undefined>;
  /** Of every source: few and small, read whole. */
  list(): Promise<readonly Pulse[]>;
}
