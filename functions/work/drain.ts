import { dueShards, type DueItem } from "#core/due/due-item.ts";
import { enrollmentOfDue } from "#functions/adapters/dynamo/table.ts";
import { leaseLength } from "#core/due/lease.ts";
import { createSendBudget } from "./send-budget.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { isEnding } from "#functions/runtime/runtime.ts";
import type { Leave, Reading } from "./advance-enrollment.ts";
import { performDueItem } from "./perform-due-item.ts";
import { createTally } from "./tally.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How many items one shard reads and works on at once, and how many it reads of the index in one go. */
const abreast = 16;
const pageSize = 100;

/** How long a function that drains works, in milliseconds: less than it may run, so that it ends on its own. */
export const workingTime = 280_000;

/** What a drain did. `left` is true where time ran out before the work did. */
export interface Drained {
  readonly performed: number;
  readonly failed: number;
  readonly skippedShards: number;
  readonly left: boolean;
}

/** Since when a drain that never ends would be in its function's way, in monotonic milliseconds from its start. */
export interface DrainOptions {
  readonly timeMs: number;
  readonly shards?: readonly number[];
  readonly log: Logger;
}

/**
 * Works off all that is due, shard by shard and side by side. A shard is leased to one worker at a time, so two ticks
 * share the work instead of doing it twice; what makes a step happen once is not the lease but each item's own condition.
 */
export async function drain(workshop: MailWorkshop, options: DrainOptions): Promise<Drained> {
  const shards = options.shards ?? Array.from({ length: dueShards }, (_, shard) => shard);
  const deadline = performance.now() + options.timeMs;
  const waiting = await Promise.all(shards.map(async (shard) => ({ shard, items: await dueIn(workshop, shard) })));
  const busy = waiting.filter((shard) => shard.items.length > 0);
  if (busy.length === 0) return { performed: 0, failed: 0, skippedShards: 0, left: false };
  const quota = await workshop.mailer.quota();
  // Whoever works on some shards alone leaves the others' part of the rate to the tick.
  const sharing = options.shards === undefined ? busy.length : dueShards;
  const perShard = Math.max(quota.perSecond / sharing, 0.2);
  const tally = createTally(workshop.stores.counters, options.log);
  try {
    const results = await Promise.all(
      busy.map(({ shard, items }) =>
        drainShard(workshop, shard, items, { budget: createSendBudget(perShard), tally, deadline }, options.log),
      ),
    );
    return sumOf(results);
  } finally {
    await tally.flush();
  }
}

function sumOf(results: readonly Drained[]): Drained {
  return results.reduce((sum, result) => ({
    performed: sum.performed + result.performed,
    failed: sum.failed + result.failed,
    skippedShards: sum.skippedShards + result.skippedShards,
    left: sum.left || result.left,
  }));
}

function dueIn(workshop: MailWorkshop, shard: number): Promise<readonly DueItem[]> {
  return workshop.stores.due.due(shard, workshop.runtime.now(), pageSize);
}

async function drainShard(workshop: MailWorkshop, shard: number, first: readonly DueItem[], leave: Leave, log: Logger): Promise<Drained> {
  const { due } = workshop.stores;
  const worker = Buffer.from(workshop.runtime.random(9)).toString("base64url");
  const lease = (): Promise<boolean> => due.lease(shard, worker, workshop.runtime.now(), workshop.runtime.now() + leaseLength);
  if (!(await lease())) return { performed: 0, failed: 0, skippedShards: 1, left: true };
  const isOver = (): boolean => performance.now() > leave.deadline || isEnding(workshop.runtime);
  // The index may be a moment behind the items: a row seen again at the same instant has just been worked on.
  const seen = new Set<string>();
  let performed = 0;
  let failed = 0;
  let items = first;
  try {
    for (;;) {
      const fresh = items.filter((item) => !seen.has(rowOf(item)));
      if (fresh.length === 0) return { performed, failed, skippedShards: 0, left: false };
      for (const item of fresh) seen.add(rowOf(item));
      for (let start = 0; start < fresh.length && !isOver(); start += abreast) {
        const batch = fresh.slice(start, start + abreast);
        const readings = await readTogether(workshop, batch);
        const done = await Promise.all(batch.map((item) => attempt(workshop, item, leave, log, readings.get(rowOf(item)))));
        performed += done.filter(Boolean).length;
        failed += done.filter((one) => !one).length;
        await leave.tally.flushIfFull();
      }
      if (isOver() || !(await lease())) return { performed, failed, skippedShards: 0, left: true };
      items = await dueIn(workshop, shard);
    }
  } finally {
    await due.release(shard, worker);
  }
}

function rowOf(item: DueItem): string {
  return `${item.pk}|${item.sk}|${item.dueAt}`;
}

/** One bad item never stops the others. What fails here stays due and is found by the next tick. */
async function attempt(workshop: MailWorkshop, item: DueItem, leave: Leave, log: Logger, reading: Reading | undefined): Promise<boolean> {
  try {
    return await performDueItem(workshop, item, leave, reading);
  } catch (thrown) {
    log.error("a due item failed and stays due", { kind: item.kind, pk: item.pk, sk: item.sk, problem: describeFault(thrown) });
    return false;
  }
}

/** Reads the runs of a batch and their people at once: two requests instead of two a run. What is not found is read by itself. */
async function readTogether(workshop: MailWorkshop, batch: readonly DueItem[]): Promise<ReadonlyMap<string, Reading>> {
  const runs = batch.filter((item) => item.kind === "enrollment");
  const readAt = performance.now();
  const briefs = await workshop.stores.people.briefs(runs.map(enrollmentOfDue));
  const suppressions = await workshop.stores.addresses.suppressions(briefs.map(({ person }) => person.addressHash));
  const byRun = new Map(briefs.map((brief) => [`${brief.person.id} ${brief.enrollment.sequence}`, brief]));
  return new Map(
    runs.flatMap((item) => {
      const { personId, sequence } = enrollmentOfDue(item);
      const brief = byRun.get(`${personId} ${sequence}`);
      // A run that seems not to be due may only have been read too early: then it is read again by itself.
      if (brief?.enrollment.dueAt !== item.dueAt) return [];
      return [[rowOf(item), { ...brief, suppression: suppressions.get(brief.person.addressHash), readAt }] as const];
    }),
  );
}
