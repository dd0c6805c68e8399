import type { DueItem } from "#core/due/due-item.ts";
import { leaseLength } from "#core/due/lease.ts";
import type { DueIndex } from "#core/ports/due-index.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Clock } from "./clock.ts";

/** What moving the clock did. `stuck` are rows that stayed due after so many ticks: they were passed over. */
export interface Advanced {
  readonly now: Instant;
  readonly performed: number;
  readonly stuck: readonly DueItem[];
}

export interface Advancing {
  readonly clock: Clock;
  readonly due: Pick<DueIndex, "upcoming">;
  /** Does all that is due now; answers how much that was. */
  readonly tick: () => Promise<number>;
  /** Done when no event is on its way or being worked on. */
  readonly quiet: () => Promise<void>;
}

/** Ticks that may leave a row as it was before it counts as stuck: a killed worker's lease takes one or two. */
const mostRepeats = 4;

/**
 * Moves the clock to an instant, performing what falls due on the way in its order, as if that time had passed: to the next
 * due instant, tick, wait until all is quiet, and again.
 */
export function advanceClock(advancing: Advancing, target: Instant): Promise<Advanced> {
  const { clock, tick, quiet } = advancing;
  const seen = new Map<string, number>();
  const stuck = new Map<string, DueItem>();
  return clock.notPast(target, async () => {
    let performed = 0;
    for (;;) {
      await quiet();
      const next = await nextDue(advancing.due, stuck);
      if (next === undefined || next.dueAt > target) break;
      const repeats = seen.get(rowOf(next)) ?? 0;
      seen.set(rowOf(next), repeats + 1);
      if (repeats > mostRepeats) {
        stuck.set(rowOf(next), next);
        continue;
      }
      await clock.moveTo(repeats === 0 ? next.dueAt : Math.min(clock.now() + leaseLength, target));
      performed += await tick();
    }
    await clock.moveTo(target);
    return { now: clock.now(), performed, stuck: [...stuck.values()] };
  });
}

/** The soonest row that is not stuck. */
export async function nextDue(
  due: Pick<DueIndex, "upcoming">,
  stuck: ReadonlyMap<string, unknown> = new Map(),
): Promise<DueItem | undefined> {
  const { items } = await due.upcoming({ limit: stuck.size + 1 });
  return items.find((item) => !stuck.has(rowOf(item)));
}

function rowOf(item: DueItem): string {
  return `${item.pk}|${item.sk}|${item.dueAt}`;
}
