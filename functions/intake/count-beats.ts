import type { PulseStore } from "#core/ports/pulse-store.ts";
import type { BeatKind } from "#core/source/pulse.ts";
import { type Instant, second } from "#core/time/instant.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";

/** How often one instance writes that a source is knocked at by strangers: a flood of them costs no more than a trickle. */
const refusalPause = 10 * second;
/** Sources whose refusals one instance remembers. */
const mostRemembered = 1_000;

/** Tells how deliveries go. It never stands in their way: what cannot be counted is taken all the same. */
export interface Beats {
  tell(source: string, kind: BeatKind, at: Instant, because?: string): Promise<void>;
}

export function countBeats(pulses: PulseStore, log: Logger): Beats {
  const refused = new Map<string, { writtenAt: Instant; unwritten: number }>();
  const write = async (source: string, kind: BeatKind, at: Instant, by: number, because?: string): Promise<void> => {
    try {
      await pulses.beat(source, { kind, at, by, ...(because === undefined ? {} : { because }) });
    } catch (thrown) {
      log.warn("a delivery was not counted", { source, kind, problem: describeFault(thrown) });
    }
  };
  return {
    tell: async (source, kind, at, because) => {
      if (kind !== "refused") return write(source, kind, at, 1, because);
      const before = refused.get(source);
      if (before !== undefined && at - before.writtenAt < refusalPause) {
        before.unwritten += 1;
        return undefined;
      }
      if (refused.size >= mostRemembered) refused.clear();
      refused.set(source, { writtenAt: at, unwritten: 0 });
      return write(source, kind, at, 1 + (before?.unwritten ?? 0), because);
    },
  };
}
