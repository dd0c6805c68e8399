import { day } from "#core/time/instant.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { drain } from "#functions/work/drain.ts";
import { type Benchmark, type Figure, median } from "./bench.ts";
import { openBenchBase } from "./bench-base.ts";
import { arrival } from "./people.ts";

const due = 5_000;
const runs = 3;

/** Mails a second while 5,000 are due at once, on the embedded engine, with SES answering at once and in 40 ms. */
export const drains: Benchmark = {
  name: "drains",
  run: async () => [await drainRate(0, 273), await drainRate(40, 5 * 35)],
};

async function drainRate(sesLatencyMs: number, atLeast: number): Promise<Figure> {
  const rates: number[] = [];
  for (let run = 0; run < runs; run++) {
    const base = await openBenchBase({ sesLatencyMs });
    const dueAt = arrival + day;
    await base.seed(due, due, dueAt);
    base.runtime.set(dueAt);
    const begun = performance.now();
    const drained = await drain(base.workshop, { timeMs: 280_000, log: jsonLogger("bench") });
    const seconds = (performance.now() - begun) / 1000;
    const { sent } = await base.aws.counts();
    if (sent !== due || drained.failed > 0) throw new Error(`${sent} mails left instead of ${due}, ${drained.failed} failed`);
    rates.push(due / seconds);
    await base.close();
  }
  return { name: `mails a second, 5,000 due, SES in ${sesLatencyMs} ms`, value: median(rates), unit: "/s", target: { atLeast } };
}
