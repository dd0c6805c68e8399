import { day } from "#core/time/instant.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { drain } from "#functions/work/drain.ts";
import { type Benchmark, median } from "./bench.ts";
import { openBenchBase } from "./bench-base.ts";
import { arrival } from "./people.ts";

const due = 100;
const runs = 5;

/** A tick with 100 due among 1,000 and among 200,000 people: its work is proportional to what is due. */
export const tickCost: Benchmark = {
  name: "tick",
  run: async () => {
    const base = await openBenchBase();
    await base.seed(1_000, 0, arrival);
    const among1000 = await tickMs(base, 1_000);
    await base.seed(199_000, 0, arrival, 1_000);
    const among200000 = await tickMs(base, 200_000);
    await base.close();
    return [
      { name: "tick, 100 due among 1,000 people", value: among1000, unit: "ms" },
      { name: "tick, 100 due among 200,000 people", value: among200000, unit: "ms" },
      { name: "tick among 200,000 over tick among 1,000", value: among200000 / among1000, unit: "x", target: { atMost: 1.3 } },
    ];
  },
};

/** Each run has 100 new people fall due, so that none is seen twice. */
async function tickMs(base: Awaited<ReturnType<typeof openBenchBase>>, among: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const dueAt = arrival + day + run;
    await base.seed(due, due, dueAt, 10_000_000 + among * 100 + run * due);
    base.runtime.set(dueAt);
    const begun = performance.now();
    const { performed } = await drain(base.workshop, { timeMs: 60_000, log: jsonLogger("bench") });
    if (performed !== due) throw new Error(`${performed} runs advanced instead of ${due}`);
    if (run > 0) times.push(performance.now() - begun);
  }
  return median(times);
}
