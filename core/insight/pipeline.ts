import type { Money } from "#core/person/money.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import { type CountRow, totals } from "./count.ts";
import { enteredStage, leftStage, stageWorth } from "./count-people.ts";

/** The people of one stage taken together. */
export interface StageBalance {
  readonly stage: Stage;
  readonly count: number;
  /** What they are worth together, by currency; a currency nobody has is left out. */
  readonly value: readonly Money[];
}

/** Who is where now, stage by stage, from the rows of the balance. */
export function pipelineOf(rowsOfBalance: readonly CountRow[]): readonly StageBalance[] {
  const sums = totals(rowsOfBalance);
  return stages.map((stage) => {
    const prefix = stageWorth(stage, "");
    const value = Object.entries(sums).flatMap(([counter, amount]) =>
      counter.startsWith(prefix) && amount !== 0 ? [{ amount: cents(amount), currency: counter.slice(prefix.length) }] : [],
    );
    return { stage, count: (sums[enteredStage(stage)] ?? 0) - (sums[leftStage(stage)] ?? 0), value };
  });
}

/** Sums of amounts with cents drift in their last bits. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
