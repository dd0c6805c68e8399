import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCondition } from "#core/condition/check-condition.ts";
import { everyType } from "#tests/core/person/somebody.ts";
import { someCondition } from "./some-conditions.ts";

const loopsInLoops = '["a"].all(x, ["a"].all(y, ["a"].all(z, x == y && y == z)))';

describe("checking a condition", () => {
  it.each([
    ["a misspelt attribute", "person.stafff > 5.0", "No such key: stafff", "did you mean staff?", 8],
    [
      "an attribute like no other",
      "person.shoeSize > 5.0",
      "No such key: shoeSize",
      "declare it in person.yaml, or use one of: note, staff, turnover, since, need, vip, sites, email, locale, known",
      8,
    ],
    ["a field the score has not", "score.sum > 5.0", "No such key: sum", "use one of: fit, engagement, total", 7],
    ["a criterion that is misspelt", 'qualification.budgets == "fair"', "No such key: budgets", "did you mean budget?", 15],
    ["a misspelt name", 'persn.need == "shop"', "Unknown variable: persn", "did you mean person?", 1],
    [
      "a text without quotes",
      "person.need == workshops",
      "Unknown variable: workshops",
      "conditions know person, score, qualification, consent, lifecycle, stage, bought here; texts stand in double quotes",
      16,
    ],
    [
      "an event where there is none",
      'event.type == "purchase"',
      "Unknown variable: event",
      "conditions know person, score, qualification, consent, lifecycle, stage, bought here; texts stand in double quotes",
      1,
    ],
    [
      "a text compared with a number",
      "person.need > 5",
      "no such overload: string > int",
      "compare a text with a text in quotes, a number with a number",
      1,
    ],
    [
      "a number set equal to a whole one",
      "person.staff == 5",
      "no such overload: double == int",
      "write the number with a decimal point, as 5.0",
      1,
    ],
    [
      "a value where truth is wanted",
      "person.need",
      "the condition is a string, neither true nor false",
      'compare it with something, as in `person.role == "decides"`',
      undefined,
    ],
    [
      "a sentence left open",
      'person.need == "shop" &&',
      "Unexpected token: EOF",
      "see the examples in scoring.yaml; texts stand in double quotes, `&&` is and, `||` is or",
      25,
    ],
    ["nothing", "", "Unexpected token: EOF", "see the examples in scoring.yaml; texts stand in double quotes, `&&` is and, `||` is or", 1],
    [
      "a regular expression",
      'bought || person.note.matches("(a+)+$")',
      "conditions know no regular expressions: some never end on the wrong text",
      "use contains, startsWith or endsWith",
      11,
    ],
    ["loops in loops in loops", loopsInLoops, "3 loops stand within one another", "keep to 2", 27],
  ])("tells of %s", (_, text, problem, remedy, column) => {
    expect(checkCondition(text, everyType, "person")).toEqual({
      kind: "problem",
      problem,
      remedy,
      ...(column === undefined ? {} : { line: 1, column }),
    });
  });

  it("says on which line", () => {
    expect(checkCondition('person.need == "shop" &&\n  person.staf > 5.0', everyType, "person")).toMatchObject({
      line: 2,
      column: 10,
      remedy: "did you mean staff?",
    });
  });

  it.each([
    ["longer than anybody reads", `person.note == "${"x".repeat(2_000)}"`],
    ["deeper than anybody understands", "(".repeat(60) + "true" + ")".repeat(60)],
    ["of more parts than a rule has", Array.from({ length: 300 }, () => "bought").join("||")],
  ])("refuses what is %s", (_, text) => {
    expect(checkCondition(text, everyType, "person").kind).toBe("problem");
  });

  it.each([
    ["event", 'event.type == "purchase" && event.source == "" && event.link != ""'],
    ["run", "run.clicked || run.opened || run.replied || run.sent > 2"],
  ] as const)("lets a condition of scope %s speak of it, and others not", (scope, text) => {
    expect(checkCondition(text, everyType, scope)).toEqual({ kind: "ok", condition: text });
    expect(checkCondition(text, everyType, "person")).toMatchObject({ kind: "problem", problem: `Unknown variable: ${scope}` });
  });

  it("tells the fields of the scope it is in", () => {
    expect(checkCondition("run.bounced", everyType, "run")).toMatchObject({ remedy: "use one of: clicked, opened, replied, sent" });
  });

  it.each([["person.__proto__"], ["person.constructor"], ["constructor"], ["toString"]])("finds nothing under %s", (name) => {
    expect(checkCondition(`${name} == "x"`, everyType, "person").kind).toBe("problem");
  });

  it("answers to any text, and throws nothing", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."person.need\"'()[]{}=!&|<>+-*/%?:, 019eu\\\n\tbr".split("")), maxLength: 50 });
    fc.assert(
      fc.property(fc.oneof(letters, someCondition), (text) => {
        expect(["ok", "problem"]).toContain(checkCondition(text, everyType, "person").kind);
      }),
      { numRuns: 2_000 },
    );
  });
});
