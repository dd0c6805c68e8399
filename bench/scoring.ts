import { createConditions } from "#core/condition/conditions.ts";
import { factsOf } from "#core/condition/facts.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { scoreFit } from "#core/score/score-fit.ts";
import type { Scoring } from "#core/score/scoring.ts";
import { type Benchmark, timed } from "./bench.ts";
import { exampleArtefact } from "./examples.ts";
import { aPerson, arrival } from "./people.ts";

const people = 100_000;

/** The fit of 100,000 people by ten rules in CEL: from facts that are there, as peers were measured, and from the stored people. */
export const scoring: Benchmark = {
  name: "scoring",
  run: async () => {
    const rules = await exampleArtefact<Scoring>("scoring");
    const declarations = await exampleArtefact<Readonly<Record<string, AttributeDeclaration>>>("person");
    if (rules.fit.length !== 10) throw new Error(`the example has ${rules.fit.length} fit rules, not ten`);
    const conditions = createConditions(declarations);
    const crowd = Array.from({ length: people }, (_, index) => aPerson(index));
    const factsFor = (index: number) => factsOf({ person: crowd[index] ?? aPerson(index), now: arrival, scoring: rules, declarations });
    const facts = crowd.map((_, index) => factsFor(index));
    let held = 0;
    const fromFacts = await timed(5, () => {
      for (const one of facts) held += scoreFit(one, rules, conditions)["need-known"] === undefined ? 0 : 1;
    });
    const fromPeople = await timed(3, () => {
      for (let index = 0; index < people; index++) scoreFit(factsFor(index), rules, conditions);
    });
    if (held === 0) throw new Error("no rule ever held: the benchmark measures nothing");
    return [
      { name: "scoring 100,000 people x 10 rules", value: fromFacts, unit: "ms", target: { atMost: 100 } },
      { name: "the same, facts made from stored people first", value: fromPeople, unit: "ms" },
    ];
  },
};
