import { plan } from "#core/sequence/plan.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { createZones } from "#core/sequence/zones.ts";
import { day, minute } from "#core/time/instant.ts";
import { type Benchmark, timed } from "./bench.ts";
import { exampleArtefact } from "./examples.ts";
import { aPerson, aRun, arrival } from "./people.ts";

const decisions = 200_000;

/** Decisions of the planner about a crowd's runs, at instants spread over two weeks, window checks included. */
export const planner: Benchmark = {
  name: "planner",
  run: async () => {
    const sequence = await exampleArtefact<Sequence>("sequence", "demo");
    const zones = createZones();
    const crowd = Array.from({ length: 1_000 }, (_, index) => ({
      person: aPerson(index),
      enrollment: aRun(index, arrival + (index % 14) * day),
    }));
    let sends = 0;
    const ms = await timed(5, () => {
      for (let index = 0; index < decisions; index++) {
        const { person, enrollment } = crowd[index % crowd.length] ?? { person: aPerson(0), enrollment: aRun(0, arrival) };
        const now = arrival + (index % 20_160) * minute;
        const verdict = plan({
          sequence,
          enrollment,
          person,
          suppression: undefined,
          now,
          timeZone: "Europe/Paris",
          zones,
          holds: () => true,
        });
        if (verdict.kind === "send") sends++;
      }
    });
    if (sends === 0) throw new Error("the planner never sent: the benchmark measures nothing");
    return [{ name: "planner decisions a second", value: (decisions / ms) * 1000, unit: "/s", target: { atLeast: 200_000 } }];
  },
};
