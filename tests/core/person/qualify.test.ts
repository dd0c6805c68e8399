import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qualify } from "#core/person/qualify.ts";
import { criteria, type Finding, type Level, qualificationSchema } from "#core/person/qualification.ts";
import type { Scoring } from "#core/score/scoring.ts";
import { day } from "#core/time/instant.ts";
import { anybody, anyInstant } from "./anybody.ts";
import { conditions, morning, seen, shipped, somebody } from "./somebody.ts";

const { scoring } = shipped;
const judged = (person: ReturnType<typeof somebody>, rules = scoring, now = morning) =>
  qualify(person, seen(person), rules, conditions, now);

function rule(id: string, level: Level, confidence: number): Scoring["qualification"][number] {
  return { id, criterion: "budget", level, confidence, when: "true", text: { en: id, fr: id } };
}

describe("qualifying a person", () => {
  it("finds what the form’s answers tell, each with its rule", () => {
    const found = judged(somebody({ need: "shop", budget: "5k-20k", role: "advises", timing: "quarter" }));

    expect(found).toEqual({
      needFit: { level: "strong", from: "need-matches", confidence: 0.8, at: morning },
      budget: { level: "fair", from: "budget-some", confidence: 0.8, at: morning },
      decisionPower: { level: "fair", from: "power-advises", confidence: 0.8, at: morning },
      urgency: { level: "fair", from: "this-quarter", confidence: 0.8, at: morning },
    });
  });

  it("finds nothing where nothing is known", () => {
    expect(judged(somebody())).toEqual({});
  });

  it("takes back what an answer told once the answer has changed", () => {
    const decides = somebody({ role: "decides" });
    const before = { ...decides, qualification: judged(decides) };

    expect(judged({ ...before, attributes: somebody({ role: "studies" }).attributes }).decisionPower).toMatchObject({
      level: "weak",
      from: "power-none",
    });
  });

  it("keeps the instant at which a finding was first made", () => {
    const person = somebody({ role: "decides" });
    const before = { ...person, qualification: judged(person) };

    expect(judged(before, scoring, morning + day).decisionPower?.at).toBe(morning);
  });

  it.each([
    ["the surer of two rules", [rule("one", "weak", 0.9), rule("other", "strong", 0.8)], "one"],
    ["the surer, though it stands second", [rule("one", "strong", 0.5), rule("other", "weak", 0.8)], "other"],
    ["the higher level of two equally sure", [rule("one", "fair", 0.8), rule("other", "strong", 0.8)], "other"],
    ["the first of two that are the same", [rule("one", "fair", 0.8), rule("other", "fair", 0.8)], "one"],
  ])("takes %s", (_, qualification, from) => {
    expect(judged(somebody(), { ...scoring, qualification }).budget?.from).toBe(from);
  });

  it("dates a finding anew when the same rule finds another level", () => {
    const person = { ...somebody(), qualification: { budget: { level: "fair", from: "one", confidence: 0.8, at: morning } } as const };

    expect(judged(person, { ...scoring, qualification: [rule("one", "strong", 0.8)] }, morning + day).budget).toMatchObject({
      level: "strong",
      at: morning + day,
    });
  });

  it("lets no rule that is less sure overrule what a person of ours found", () => {
    const byHand: Finding = { level: "weak", from: "hand:lea@atelier.example", confidence: 0.9, at: morning };
    const person = { ...somebody({ budget: "over-50k" }), qualification: { budget: byHand } };

    expect(judged(person).budget).toEqual(byHand);
    expect(judged(person, { ...scoring, qualification: [rule("certain", "strong", 1)] }).budget?.from).toBe("certain");
  });

  it("forgets what a rule that is gone had found", () => {
    const person = { ...somebody(), qualification: { budget: { level: "strong", from: "gone", confidence: 1, at: morning } } as const };

    expect(judged(person).budget).toBeUndefined();
  });

  it("is a qualification as it is stored, and finds the same when asked again, whoever the person is", () => {
    fc.assert(
      fc.property(anybody, anyInstant, (person, now) => {
        const found = judged(person, scoring, now);

        expect(qualificationSchema.parse(found)).toEqual(found);
        expect(judged({ ...person, qualification: found }, scoring, now + day)).toEqual(found);
        for (const criterion of criteria)
          expect(found[criterion]?.at ?? now).toBeLessThanOrEqual(Math.max(now, person.qualification[criterion]?.at ?? now));
      }),
    );
  });
});
