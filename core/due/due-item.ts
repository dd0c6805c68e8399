import type { Instant } from "#core/time/instant.ts";

/** How many partitions the due index is spread over. Changing it strands what is due: it is part of the stored shape. */
export const dueShards = 8;

/** What can fall due. */
export const dueKinds = ["submission", "enrollment", "review", "job", "import", "merge", "confirmation"] as const;
export type DueKind = (typeof dueKinds)[number];

/** One row of the due index: which item wants work, and since when. The item itself is read before anything is done. */
export interface DueItem {
  readonly kind: DueKind;
  readonly pk: string;
  readonly sk: string;
  readonly dueAt: Instant;
  readonly shard: number;
}
