import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createConditions } from "#core/condition/conditions.ts";
import { compileScoring } from "#core/score/compile-scoring.ts";
import { engagementHalfLife } from "#core/score/decay.ts";
import { explainScore } from "#core/score/explain-score.ts";
import { scoreAt } from "#core/score/score-at.ts";
import { scoreEvent } from "#core/score/score-event.ts";
import { scoreFit } from "#core/score/score-fit.ts";
import { noScore, scoreSchema } from "#core/score/score.ts";
import type { Scoring } from "#core/score/scoring.ts";
import { day } from "#core/time/instant.ts";
import { anybody, anyInstant } from "#tests/core/person/anybody.ts";
import { conditions, everyType, morning, seen, shipped, somebody } from "#tests/core/person/somebody.ts";

const { scoring } = shipped;
const text = { en: "A reason", fr: "Une raison" };

describe("fit", () => {
  it("lists each rule that holds with its points", () => {
    const camille = somebody({ need: "workshop", budget: "20k-50k", role: "decides", timing: "now", company: "Menuiserie Aubert" });

    expect(scoreFit(seen(camille), scoring, conditions)).toEqual({
      "need-known": 15,
      workshop: 5,
      "budget-ready": 20,
      "budget-large": 10,
      decides: 15,
      soon: 15,
      "company-known": 5,
    });
  });

  it("takes points where a rule takes them", () => {
    expect(scoreFit(seen(somebody({ role: "studies", timing: "later" })), scoring, conditions)).toEqual({ later: -5, student: -10 });
  });

  it("is nothing for somebody of whom nothing is known", () => {
    expect(scoreFit(seen(somebody()), scoring, conditions)).toEqual({});
  });
});

describe("an event", () => {
  const click = { type: "link.clicked", link: "https://lumen.example/etude", source: "demo" };
  const scored = (event: { readonly type: string; readonly link?: string }, score = noScore, rules = scoring) =>
    scoreEvent(score, event, seen(somebody(), { event }), morning, rules, conditions);

  it("earns the points of its rule, and counts", () => {
    const twice = scored(click, scored(click));

    expect(scoreAt(twice, engagementHalfLife, morning).engagement).toBeCloseTo(24, 9);
    expect(twice.engagement["clicked"]).toMatchObject({ count: 2, lastAt: morning });
  });

  it("takes points for good where they are negative", () => {
    const left = scored({ type: "person.unsubscribed" });
    const complained = scored({ type: "message.complained" }, scored({ type: "message.complained" }, left));

    expect(complained.penalties).toEqual({ left: -30, complained: -120 });
    expect(scoreAt(complained, engagementHalfLife, morning + 900 * day).penalty).toBe(-150);
  });

  it("leaves the score as it was where no rule is about it", () => {
    expect(scored({ type: "message.opened" })).toEqual(noScore);
  });

  it("scores only where the rule's condition holds", () => {
    const rule = { id: "study-page", on: "link.clicked", when: 'event.link.contains("/etude")', points: 10, text } as const;
    const rules: Scoring = { ...scoring, engagement: [rule] };

    expect(scored(click, noScore, rules).engagement).toHaveProperty("study-page");
    expect(scored({ ...click, link: "https://lumen.example/" }, noScore, rules)).toEqual(noScore);
  });

  it("scores a rule whose id every object answers to", () => {
    const rules: Scoring = {
      ...scoring,
      engagement: [
        { id: "constructor", on: "link.clicked", points: 10, text },
        { id: "constructor", on: "purchase", points: -10, text },
      ],
    };

    const after = scored({ type: "purchase" }, scored(click, noScore, rules), rules);

    expect(scoreSchema.parse(after)).toEqual(after);
    expect(scoreAt(after, engagementHalfLife, morning)).toEqual({ fit: 0, engagement: expect.closeTo(10, 9), penalty: -10, total: 0 });
  });
});

describe("a score explained", () => {
  it("lists its reasons, the weightiest first, each with its words and what it is worth today", () => {
    const click = { type: "link.clicked" };
    const engaged = scoreEvent(
      { ...noScore, fit: { decides: 15 } },
      click,
      seen(somebody(), { event: click }),
      morning,
      scoring,
      conditions,
    );
    const score = { ...engaged, penalties: { left: -30 } };

    const explained = explainScore(score, scoring, morning + 90 * day);

    expect(explained).toMatchObject({ fit: 15, engagement: expect.closeTo(6, 9), penalty: -30, total: 0 });
    expect(explained.reasons).toEqual([
      {
        rule: "left",
        axis: "penalty",
        points: -30,
        text: { en: "Asked not to be written to any more", fr: "Ne souhaite plus recevoir nos e-mails" },
      },
      { rule: "decides", axis: "fit", points: 15, text: { en: "Decides on the purchase", fr: "Décide de l’achat" } },
      {
        rule: "clicked",
        axis: "engagement",
        points: expect.closeTo(6, 9),
        count: 1,
        lastAt: morning,
        text: { en: "Clicked in one of our e-mails", fr: "A cliqué dans un de nos e-mails" },
      },
    ]);
  });

  it("shows a rule that is no longer published by its id", () => {
    expect(explainScore({ ...noScore, fit: { "old-rule": 5 } }, scoring, morning).reasons[0]?.text).toEqual({
      en: "old-rule",
      fr: "old-rule",
    });
  });

  it("has reasons that sum to it, whoever the person is and whenever it is asked", () => {
    fc.assert(
      fc.property(anybody, anyInstant, ({ score }, now) => {
        const { fit, engagement, penalty, total, reasons } = explainScore(score, scoring, now);
        const sum = reasons.reduce((points, reason) => points + reason.points, 0);

        expect(Math.abs(sum - (fit + engagement + penalty))).toBeLessThan(1e-6 * (1 + engagement));
        expect(total).toBe(Math.max(0, fit + engagement + penalty));
      }),
    );
  });
});

describe("the file of scoring rules", () => {
  const rule = "{ id: a, when: bought, points: 5, text: { en: x, fr: x } }";
  const file = (fit: string, engagement = "", qualification = "") =>
    `fit: [${fit}]\nengagement: [${engagement}]\nqualification: [${qualification}]\n`;
  const problemsOf = (source: string) => {
    const compiled = compileScoring("scoring.yaml", source, everyType);
    return compiled.kind === "ok" ? [] : compiled.problems;
  };

  it("becomes rules with the half-life of all", () => {
    expect(compileScoring("scoring.yaml", file(rule), everyType)).toEqual({
      kind: "ok",
      artefact: {
        halfLife: 90 * day,
        fit: [{ id: "a", when: "bought", points: 5, text: { en: "x", fr: "x" } }],
        engagement: [],
        qualification: [],
      },
    });
  });

  it("takes findings for fairly sure where it does not say", () => {
    const compiled = compileScoring(
      "scoring.yaml",
      file("", "", "{ id: a, criterion: budget, level: fair, when: bought, text: { en: x, fr: x } }"),
      everyType,
    );

    expect(compiled).toMatchObject({ artefact: { qualification: [{ confidence: 0.8 }] } });
  });

  it.each([
    [
      "a condition that names what is not declared",
      file(rule.replace("bought", "'person.stafff > 1.0'")),
      "fit[0].when",
      "No such key: stafff",
    ],
    [
      "an engagement rule that scores nothing",
      file("", "{ id: a, on: purchase, points: 0, text: { en: x, fr: x } }"),
      "engagement[0].points",
      "zero points score nothing",
    ],
    [
      "an event that nobody scores",
      file("", "{ id: a, on: message.opened, points: 1, text: { en: x, fr: x } }"),
      "engagement[0].on",
      "Invalid option: expected one of",
    ],
    [
      "an engagement condition that is no truth",
      file("", "{ id: a, on: purchase, when: event.type, points: 1, text: { en: x, fr: x } }"),
      "engagement[0].when",
      "the condition is a string, neither true nor false",
    ],
    [
      "a qualification rule on an event",
      file("", "", "{ id: a, criterion: budget, level: fair, when: 'event.type == \"\"', text: { en: x, fr: x } }"),
      "qualification[0].when",
      "Unknown variable: event",
    ],
    [
      "two rules of one id, in whatever list",
      file(rule, "{ id: a, on: purchase, points: 1, text: { en: x, fr: x } }"),
      "engagement[0].id",
      "the rule a stands twice",
    ],
    ["an id that is no id", file(rule.replace("id: a", "id: Grand Budget")), "fit[0].id", "lower-case letters, digits and hyphens"],
    ["a reason in one language", file(rule.replace(", fr: x", "")), "fit[0].text.fr", "this is missing"],
    ["a list that is missing", "fit: []\nengagement: []\n", "qualification", "this is missing"],
    [
      "fit that depends on the score it is part of",
      file(rule.replace("bought", "'bought || score.fit > 5.0'")),
      "fit[0].when",
      "fit is part of the score, so it cannot depend on it",
    ],
  ])("tells of %s", (_, source, field, problem) => {
    expect(problemsOf(source)).toMatchObject([{ file: "scoring.yaml", field, problem: expect.stringContaining(problem) }]);
    expect(problemsOf(source)[0]?.line).toBeGreaterThan(0);
  });

  it("tells every problem at once, each where it stands", () => {
    const lines = [
      "fit:",
      "  - id: a",
      "    when: bought &&",
      "    points: 5",
      "    text: { en: x, fr: x }",
      "engagement: []",
      "qualification:",
      "  - id: a",
      "    criterion: budget",
      "    level: fair",
      "    when: person.need",
      "    text: { en: x, fr: x }",
    ];

    expect(problemsOf(lines.join("\n")).map(({ line, field }) => ({ line, field }))).toEqual([
      { line: 3, field: "fit[0].when" },
      { line: 11, field: "qualification[0].when" },
      { line: 8, field: "qualification[0].id" },
    ]);
  });
});

describe("the conditions of other versions of the files", () => {
  it("hold for nobody where what they speak of is gone", () => {
    const fit = [{ id: "gone", when: 'person.fax != ""', points: 5, text }];

    expect(scoreFit(seen(somebody()), { ...scoring, fit }, createConditions(shipped.declarations))).toEqual({});
  });
});
