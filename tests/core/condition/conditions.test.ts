import type { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { celEnvironment } from "#core/condition/cel.ts";
import { checkCondition } from "#core/condition/check-condition.ts";
import { createConditions } from "#core/condition/conditions.ts";
import { anybody } from "#tests/core/person/anybody.ts";
import { everyType, morning, seen, somebody } from "#tests/core/person/somebody.ts";
import { someCondition } from "./some-conditions.ts";

const conditions = createConditions(everyType);
const camille = somebody(
  {
    note: "bonjour",
    staff: 12,
    need: "shop",
    vip: true,
    sites: ["Lyon", "Paris"],
    turnover: { amount: 2.5, currency: "EUR" },
    since: "2026-01-02",
  },
  { engagement: 20 },
);
const facts = seen(camille, { declarations: everyType });

describe("a condition", () => {
  it.each([
    ['person.need == "shop"', true],
    ['person.need != "shop"', false],
    ["person.staff > 11.5", true],
    ["person.staff > 12", false],
    ["person.staff >= 12", true],
    ["person.staff < 12", false],
    ["person.staff <= 12.0", true],
    ["person.staff * 2.0 > 23.0", true],
    ["person.turnover == 2.5", true],
    ["score.engagement >= 19.9 && score.total < 20.1 && score.fit == 0.0", true],
    ['"Lyon" in person.sites', true],
    ['"need" in person.known && !("budget" in person.known)', true],
    ['person.need in ["office", "shop"]', true],
    ['person.need in ["office", person.note]', false],
    ["person.vip", true],
    ["!person.vip || bought", false],
    ['person.note.startsWith("bon") && size(person.note) == 7', true],
    ['person.sites.exists(site, site.contains("yon"))', true],
    ['person.sites == ["Lyon", "Paris"]', true],
    ['person.since < "2026-06-01"', true],
    ['lifecycle == "contact" && stage == "awareness"', true],
    ['qualification.needFit == "unknown"', true],
    ["consent.marketing || consent.measurement", false],
    ['person.email == "camille@atelier.example" && person.locale == ""', true],
    ["person.note == person.need", false],
    ["9007199254740993 == 9007199254740992", false],
    ["person.vip ? bought : true", false],
  ])("%s is %s of somebody with a shop and twelve people", (condition, holds) => {
    expect(checkCondition(condition, everyType, "person")).toEqual({ kind: "ok", condition });
    expect(conditions.holds(condition, facts)).toBe(holds);
  });

  it("speaks of the event that is scored", () => {
    const clicked = seen(camille, { event: { type: "link.clicked", link: "https://lumen.example/etude", source: "demo" } });

    expect(conditions.holds('event.type == "link.clicked" && event.source == "demo"', clicked)).toBe(true);
    expect(conditions.holds('event.link.contains("/etude")', clicked)).toBe(true);
    expect(conditions.holds('event.link == ""', facts)).toBe(true);
  });

  it("speaks of the run a step is in", () => {
    const run = { sent: 2, clickedAt: morning };
    const inRun = seen(camille, { run });

    expect(conditions.holds("run.clicked && !run.opened && !run.replied && run.sent >= 2", inRun)).toBe(true);
    expect(conditions.holds("run.sent + 1.0 == 3.0", inRun)).toBe(true);
    expect(conditions.holds("run.opened || run.replied", seen(camille, { run: { sent: 0, openedAt: morning, repliedAt: morning } }))).toBe(
      true,
    );
    expect(conditions.holds("run.clicked", facts)).toBe(false);
  });

  it.each([
    ["divides by zero", "1 / 0 == 1"],
    ["reads beyond a list", "[1, 2][7] == 1"],
    ["makes a number of what is none", "double(person.note) > 1.0"],
    ["names what is no longer declared", 'person.gone == "x"'],
    ["cannot be read", "person.note =="],
    ["is no truth", "person.note"],
    ["is empty", ""],
  ])("that %s does not hold, and says so without throwing", (_, condition) => {
    expect(conditions.holds(condition, facts)).toBe(false);
  });

  it("never throws and always says the same, whatever it is and whoever the person is", () => {
    fc.assert(
      fc.property(someCondition, anybody, (condition, person) => {
        const about = seen(person, { declarations: everyType });

        const holds = conditions.holds(condition, about);

        expect(typeof holds).toBe("boolean");
        expect(createConditions(everyType).holds(condition, about)).toBe(holds);
      }),
      { numRuns: 2_000 },
    );
  });

  it("compiled to a closure, says what CEL itself says", () => {
    const cel = celEnvironment(everyType, "person");
    let compared = 0;
    fc.assert(
      fc.property(someCondition, anybody, (condition, person) => {
        if (checkCondition(condition, everyType, "person").kind === "problem") return;
        const { event: _, run: __, ...about } = seen(person, { declarations: everyType });
        compared++;

        expect(conditions.holds(condition, seen(person, { declarations: everyType }))).toBe(asCelSays(cel, condition, about));
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });
});

function asCelSays(cel: Environment, condition: string, about: Record<string, unknown>): boolean {
  try {
    return cel.evaluate(condition, about) === true;
  } catch {
    return false;
  }
}
