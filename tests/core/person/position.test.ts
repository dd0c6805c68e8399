import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileLifecycle } from "#core/person/compile-lifecycle.ts";
import { decidePosition } from "#core/person/decide-position.ts";
import type { Lifecycle } from "#core/person/lifecycle.ts";
import type { LifecycleRules } from "#core/person/lifecycle-rules.ts";
import { criteriaOf, lifecycleOf, lifecycleTable } from "#core/person/lifecycle-table.ts";
import { nextReview } from "#core/person/next-review.ts";
import type { Person } from "#core/person/person.ts";
import { qualify } from "#core/person/qualify.ts";
import type { Stage } from "#core/person/stage.ts";
import { day } from "#core/time/instant.ts";
import { anybody, anyInstant } from "./anybody.ts";
import { conditions, everyType, morning, seen, shipped, somebody } from "./somebody.ts";

const { lifecycle: rules, scoring } = shipped;
const good = { need: "workshop", budget: "5k-20k", role: "decides", timing: "quarter" } as const;
const urgent = { ...good, timing: "now" } as const;

function qualified(person: Person): Person {
  return { ...person, qualification: qualify(person, seen(person), scoring, conditions, morning) };
}

const decided = (person: Person, now = morning, by: LifecycleRules = rules) =>
  decidePosition({ person, facts: seen(person, { now }), rules: by, conditions });

describe("the lifecycle", () => {
  const { contact, prospect, client } = lifecycleTable;

  it.each([
    ["contact", contact],
    ["prospect", prospect],
    ["client", client],
  ] as const)("is %s for whom the table says so", (lifecycle, criteria) => {
    expect(lifecycleOf(criteria)).toBe(lifecycle);
  });

  it.each<[string, Lifecycle, Partial<typeof prospect>]>([
    ["whose need is unknown", "contact", { needsKnown: false }],
    ["who shows weak interest", "contact", { interest: "weak" }],
    ["who has begun no process", "contact", { processBegun: false }],
    ["who shows even high interest", "prospect", { interest: "high" }],
    ["who has bought, whatever else", "client", { hasBought: true, needsKnown: false, interest: "weak", processBegun: false }],
  ])("of a prospect %s is %s", (_, lifecycle, difference) => {
    expect(lifecycleOf({ ...prospect, ...difference })).toBe(lifecycle);
  });

  it.each<[string, Partial<ReturnType<typeof criteriaOf>>, Person]>([
    ["nothing of somebody blank", { hasBought: false, needsKnown: false, interest: "weak", processBegun: false }, somebody()],
    ["a need that is fair", { needsKnown: true }, qualified(somebody({ need: "other" }))],
    ["a need that is strong", { needsKnown: true }, qualified(somebody(good))],
    ["no need in one that is unsure", { needsKnown: false }, qualified(somebody({ need: "unsure" }))],
    ["real interest", { interest: "real" }, somebody({}, { engagement: 16 })],
    ["high interest", { interest: "high" }, somebody({}, { engagement: 46 })],
    ["a process begun", { processBegun: true }, somebody({}, { stage: "connection" })],
    ["none in one who is lost", { processBegun: false }, somebody({}, { stage: "lost" })],
    ["a purchase", { hasBought: true }, somebody({}, { bought: true })],
  ])("reads from the facts %s", (_, criteria, person) => {
    expect(criteriaOf(seen(person), rules.interest)).toMatchObject(criteria);
  });
});

describe("where a person stands", () => {
  it("is connection, and prospect, once they have told a need and asked for a study", () => {
    expect(decided(qualified(somebody(good, { engagement: 20 })))).toEqual({
      stage: { to: "connection", because: { rule: "need-told", text: { en: "Told us their need", fr: "Nous a dit son besoin" } } },
      lifecycle: { to: "prospect", because: { rule: "lifecycle-prospect", text: rules.texts.prospect } },
    });
  });

  it.each<[string, Stage, Person]>([
    [
      "qualification once a click confirms need and budget",
      "qualification",
      qualified(somebody(good, { engagement: 32, stage: "connection" })),
    ],
    [
      "proposal once all is known, urgent, and interest high",
      "proposal",
      qualified(somebody(urgent, { engagement: 41, stage: "qualification" })),
    ],
    ["proposal at once for somebody who tells all and is eager", "proposal", qualified(somebody(urgent, { engagement: 60 }))],
    ["awareness again once interest is gone", "awareness", qualified(somebody(good, { engagement: 4, stage: "qualification" }))],
    ["won by a purchase, from anywhere", "won", somebody({}, { bought: true, stage: "awareness" })],
    ["won by a purchase, though they were called lost", "won", somebody({}, { bought: true, stage: "lost" })],
  ])("is %s", (_, to, person) => {
    expect(decided(person).stage?.to).toBe(to);
  });

  it.each<[string, Person]>([
    ["nothing is known of them", somebody({}, { engagement: 20 })],
    ["the need is told but interest is not shown", qualified(somebody(good, { engagement: 9 }))],
    ["interest lies between the thresholds", qualified(somebody(good, { engagement: 8, stage: "connection" }))],
    [
      "they are negotiating, whatever the rules lead to from elsewhere",
      qualified(somebody(urgent, { engagement: 60, stage: "negotiation", lifecycle: "prospect" })),
    ],
    ["they were called lost", qualified(somebody(urgent, { engagement: 60, stage: "lost" }))],
    ["they are won", qualified(somebody(urgent, { engagement: 60, stage: "won", lifecycle: "prospect" }))],
    ["they are clients who stay clients", somebody({}, { bought: true, stage: "won", lifecycle: "client" })],
  ])("stays where it is while %s", (_, person) => {
    expect(decided(person).stage).toBeUndefined();
  });

  it("makes a client of whoever has bought, and never anything else of a client", () => {
    expect(decided(somebody({}, { bought: true, lifecycle: "prospect" })).lifecycle).toMatchObject({
      to: "client",
      because: { rule: "lifecycle-client" },
    });
    expect(decided(somebody({}, { lifecycle: "client", stage: "connection" })).lifecycle).toBeUndefined();
  });

  it("makes a prospect whose interest has cooled a contact again only where the file says so", () => {
    const cooled = qualified(somebody(good, { engagement: 14, stage: "connection", lifecycle: "prospect" }));

    expect(decided(cooled).lifecycle).toMatchObject({ to: "contact", because: { rule: "lifecycle-contact" } });
    expect(decided(cooled, morning, { ...rules, prospectsCool: false }).lifecycle).toBeUndefined();
  });

  it("is pinned by the first rule that holds, though a later one would lead away", () => {
    const text = { en: "x", fr: "x" };
    const stages: LifecycleRules["stages"] = [
      { id: "stays", to: "connection", when: "person.need != ''", text },
      { id: "leaves", to: "awareness", when: "true", text },
    ];

    expect(decided(somebody(good, { stage: "connection" }), morning, { ...rules, stages }).stage).toBeUndefined();
    expect(decided(somebody({}, { stage: "connection" }), morning, { ...rules, stages }).stage).toMatchObject({
      to: "awareness",
      because: { rule: "leaves" },
    });
  });

  it("changes only what differs, never back from client, and is decided the same twice, whoever the person is", () => {
    fc.assert(
      fc.property(anybody, anyInstant, (person, now) => {
        const { stage, lifecycle } = decided(person, now);

        expect(decided(person, now)).toEqual({ ...(stage && { stage }), ...(lifecycle && { lifecycle }) });
        expect(stage?.to).not.toBe(person.stage.value);
        expect(lifecycle?.to).not.toBe(person.lifecycle.value);
        expect(stage?.to).not.toBe("lost");
        if (stage?.to === "won" || lifecycle?.to === "client") expect(person.purchases).toBeDefined();
        if (person.lifecycle.value === "client") expect(lifecycle).toBeUndefined();
        if (person.purchases !== undefined && person.lifecycle.value !== "client") expect(lifecycle?.to).toBe("client");
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the next review", () => {
  const review = (person: Person, now = morning, by = rules) => nextReview(person, scoring, by, now);

  it("is when a prospect’s interest cools below what is real", () => {
    const person = somebody(good, { engagement: 20, stage: "won", lifecycle: "prospect" });

    expect(review(person)).toBeGreaterThan(morning + 37 * day);
    expect(review(person)).toBeLessThan(morning + 38 * day);
  });

  it.each<[string, Person]>([
    ["somebody who has bought", somebody({}, { engagement: 50, bought: true })],
    ["somebody called lost", somebody({}, { engagement: 50, stage: "lost" })],
    ["somebody without engagement", somebody({}, { stage: "connection" })],
    ["somebody already below every threshold", somebody({}, { engagement: 4, stage: "connection" })],
    ["a contact in a stage no rule leads from", somebody({}, { engagement: 50, stage: "negotiation" })],
  ])("is never for %s", (_, person) => {
    expect(review(person)).toBeUndefined();
  });

  it("does not watch a prospect’s interest where the file lets prospects stay", () => {
    const person = somebody({}, { engagement: 50, stage: "negotiation", lifecycle: "prospect" });

    expect(review(person)).toBeDefined();
    expect(review(person, morning, { ...rules, prospectsCool: false })).toBeUndefined();
  });

  it("watches rules that lead from any stage, too", () => {
    const anywhere = { id: "cold", to: "awareness", when: "true", engagementBelow: 5, text: { en: "x", fr: "x" } } as const;

    expect(review(somebody({}, { engagement: 50, stage: "negotiation" }), morning, { ...rules, stages: [anywhere] })).toBeDefined();
  });

  it("lies ahead, and no day before it would time alone have moved the person", () => {
    fc.assert(
      fc.property(anybody, anyInstant, fc.double({ min: 0, max: 0.999, noNaN: true }), (whoever, now, part) => {
        // As after any fact: settled where the rules put them.
        const person = settled(whoever, now);
        const at = review(person, now);
        expect(at ?? now + 1).toBeGreaterThan(now);
        const between = now + Math.floor(part * ((at ?? now + 400 * day) - now));

        expect(decided(person, between)).toEqual({});
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes to an end: reviewed each time it is due, a person settles", () => {
    fc.assert(
      fc.property(anybody, anyInstant, (whoever, now) => {
        let person = settled(whoever, now);
        let due = review(person, now);
        for (let times = 0; due !== undefined; times++) {
          expect(times).toBeLessThan(20);
          person = settled(person, due);
          due = review(person, due);
        }
      }),
    );
  });
});

/** Judged until nothing changes, as fact after fact would. */
function settled(person: Person, now: number): Person {
  let settling = person;
  for (let times = 0; times < 8; times++) {
    const { stage, lifecycle } = decided(settling, now);
    if (stage === undefined && lifecycle === undefined) return settling;
    settling = {
      ...settling,
      ...(stage === undefined ? {} : { stage: { ...settling.stage, value: stage.to } }),
      ...(lifecycle === undefined ? {} : { lifecycle: { ...settling.lifecycle, value: lifecycle.to } }),
    };
  }
  throw new Error("the rules send somebody round and round");
}

describe("the file of lifecycle rules", () => {
  const file = (stages: string, high = 45) =>
    `interest: { real: 15, high: ${high} }\nprospectsCool: true\nstages: [${stages}]\ntexts:\n  contact: { en: a, fr: a }\n  prospect: { en: b, fr: b }\n  client: { en: c, fr: c }\n`;
  const rule = "{ id: a, to: connection, when: bought, text: { en: x, fr: x } }";
  const problemsOf = (source: string) => {
    const compiled = compileLifecycle("lifecycle.yaml", source, everyType);
    return compiled.kind === "ok" ? [] : compiled.problems;
  };

  it("becomes its rules", () => {
    expect(compileLifecycle("lifecycle.yaml", file(rule), everyType)).toMatchObject({
      kind: "ok",
      artefact: { interest: { real: 15, high: 45 }, stages: [{ id: "a", to: "connection", when: "bought" }] },
    });
  });

  it.each([
    [
      "high interest that is no more than real",
      file(rule, 15),
      "interest.high",
      "high interest (15 points) is not more than real interest (15)",
    ],
    [
      "a condition that cannot be",
      file(rule.replace("bought", "person.need")),
      "stages[0].when",
      "the condition is a string, neither true nor false",
    ],
    [
      "a threshold that hides in a condition, where its crossing cannot be foreseen",
      file(rule.replace("bought", "'!bought && score.engagement > 25.0'")),
      "stages[0].when",
      "nobody can foresee when a condition on engagement ceases to hold",
    ],
    [
      "the same, by its other spelling",
      file(rule.replace("bought", "'score[\"total\"] > 25.0'")),
      "stages[0].when",
      "nobody can foresee when a condition on engagement ceases to hold",
    ],
    ["two rules of one id", file(`${rule}, ${rule}`), "stages[1].id", "the rule a stands twice"],
    ["a rule that wins somebody", file(rule.replace("connection", "won")), "stages[0].to", "only a purchase wins somebody"],
    ["a rule that calls somebody lost", file(rule.replace("connection", "lost")), "stages[0].to", "only people call somebody lost"],
    ["a stage there is not", file(rule.replace("connection", "friendship")), "stages[0].to", "Invalid option"],
    [
      "a range with nothing in it",
      file(rule.replace("bought", "bought, engagementAtLeast: 9, engagementBelow: 9")),
      "stages[0].engagementBelow",
      "no engagement is 9 or more and below 9",
    ],
  ])("tells of %s", (_, source, field, problem) => {
    expect(problemsOf(source)).toMatchObject([{ file: "lifecycle.yaml", field, problem: expect.stringContaining(problem) }]);
    expect(problemsOf(source)[0]?.line).toBeGreaterThan(0);
  });

  it("takes a condition on fit, which does not move with time", () => {
    expect(problemsOf(file(rule.replace("bought", "'score.fit > 25.0 && person.sites[0] == person[\"note\"]'")))).toEqual([]);
  });

  it("takes a rule between two thresholds", () => {
    expect(problemsOf(file(rule.replace("bought", "bought, engagementAtLeast: 5, engagementBelow: 9")))).toEqual([]);
  });
});
