import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "#core/condition/facts.ts";
import { explainScore } from "#core/score/explain-score.ts";
import { scoreEvent } from "#core/score/score-event.ts";
import { scoreFit } from "#core/score/score-fit.ts";
import { noScore } from "#core/score/score.ts";
import { scoredEvents } from "#core/score/scoring.ts";
import { day } from "#core/time/instant.ts";
import { answering, aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { conditions, declarations, scoring } from "#tests/core/builders/example.ts";

const facts = factsOf({ person: aProspect(), now: tuesday, scoring, declarations });

describe("a score", () => {
  it("is explained by reasons that sum to it, whatever happened", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom(...scoredEvents), after: fc.integer({ min: 0, max: 900 }) }), { maxLength: 30 }),
        (events) => {
          const score = events.reduce(
            (sum, event) => scoreEvent(sum, { type: event.type }, facts, tuesday + event.after * day, scoring, conditions),
            noScore,
          );
          const now = tuesday + 1_000 * day;
          const explained = explainScore(score, scoring, now);

          const sum = explained.reasons.reduce((total, reason) => total + reason.points, 0);
          expect(Math.max(0, sum)).toBeCloseTo(explained.total, 6);
          expect(explained.reasons.every((reason) => reason.text.fr !== "" && reason.text.en !== "")).toBe(true);
        },
      ),
    );
  });

  it("counts how often a rule was met, and lets its points fade", () => {
    const once = scoreEvent(noScore, { type: "link.clicked" }, facts, tuesday, scoring, conditions);
    const twice = scoreEvent(once, { type: "link.clicked" }, facts, tuesday + day, scoring, conditions);

    const [reason] = explainScore(twice, scoring, tuesday + 90 * day).reasons;

    expect(reason).toMatchObject({ rule: "clicked", axis: "engagement", count: 2, lastAt: tuesday + day });
    expect(reason?.points).toBeCloseTo(12, 0);
  });

  it("keeps penalties for good", () => {
    const score = scoreEvent(noScore, { type: "message.complained" }, facts, tuesday, scoring, conditions);

    expect(explainScore(score, scoring, tuesday + 900 * day).penalty).toBe(-60);
  });

  it("names a rule that is no longer published by its id", () => {
    expect(explainScore({ ...noScore, fit: { gone: 3 } }, scoring, tuesday).reasons[0]?.text).toEqual({ en: "gone", fr: "gone" });
  });

  it("gives fit for what the example's form tells", () => {
    const person = answering(aProspect(), { need: "workshop", budget: "20k-50k", role: "decides", timing: "now", company: "Dupont" });

    const fit = scoreFit(factsOf({ person, now: tuesday, scoring, declarations }), scoring, conditions);

    expect(fit).toEqual({
      "need-known": 15,
      workshop: 5,
      "budget-ready": 20,
      "budget-large": 10,
      decides: 15,
      soon: 15,
      "company-known": 5,
    });
  });
});
