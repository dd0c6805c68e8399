import type { StepCounts } from "#contract/sequence-flow.ts";
import { sequenceCounts } from "#core/insight/count.ts";
import { stepFigures, stepSpan } from "#core/insight/step-figures.ts";
import type { Stores } from "#core/ports/stores.ts";

/** The counts of a sequence's steps, by step, over its latest versions together; a step nobody was counted at is left out. */
export async function readStepCounts(
  { counters }: Pick<Stores, "counters">,
  sequence: string,
  version: number,
): Promise<ReadonlyMap<string, StepCounts>> {
  const rows = await counters.rows(sequenceCounts(sequence), stepSpan(version));
  return new Map(
    [...stepFigures(rows)].map(([step, { waiting, entered, sent, delivered, clicked, replied, bounced }]) => [
      step,
      { waiting, entered, sent, delivered, clicked, replied, bounced },
    ]),
  );
}
