import type { DueItem } from "#core/due/due-item.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Page } from "./page.ts";

/** The due index and its leases. Rows may be a moment old: the item decides. */
export interface DueIndex {
  /** What is due in one shard at `now`, oldest first. */
  due(shard: number, now: Instant, limit: number): Promise<readonly DueItem[]>;
  /** Everything that waits, soonest first, over all shards. */
  upcoming(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>>;
  /** What was given up after its tries, newest first. */
  parked(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>>;
  /** Takes a shard for one worker until an instant, unless another holds it. Taking it again extends it. */
  lease(shard: number, worker: string, now: Instant, until: Instant): Promise<boolean>;
  release(shard: number, worker: string): Promise<void>;
}
