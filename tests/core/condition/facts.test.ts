import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engagementHalfLife } from "#core/score/decay.ts";
import { anybody } from "#tests/core/person/anybody.ts";
import { everyType, morning, seen, somebody } from "#tests/core/person/somebody.ts";

describe("the facts of a person", () => {
  it("have every declared attribute, unknown ones as the empty value of their type", () => {
    expect(seen(somebody(), { declarations: everyType }).person).toEqual({
      note: "",
      staff: 0,
      turnover: 0,
      since: "",
      need: "",
      vip: false,
      sites: [],
      email: "camille@atelier.example",
      locale: "",
      known: [],
    });
  });

  it("have known answers by their type, money as its amount", () => {
    const answers = {
      note: "a",
      staff: 3,
      turnover: { amount: 9.5, currency: "EUR" },
      since: "2026-01-02",
      need: "shop",
      vip: true,
      sites: ["Lyon"],
    };

    const { person } = seen({ ...somebody(answers), locale: "fr" }, { declarations: everyType });

    expect(person).toMatchObject({ ...answers, turnover: 9.5, locale: "fr", known: Object.keys(answers) });
  });

  it("count an answer that is not of its type as unknown", () => {
    const answers = { note: 5, staff: "a dozen", turnover: "a lot", vip: "perhaps", sites: "Lyon", need: ["shop"] };

    expect(seen(somebody(answers), { declarations: everyType }).person).toMatchObject({
      note: "",
      staff: 0,
      turnover: 0,
      vip: false,
      sites: [],
      need: "",
    });
  });

  it("have the score as it is worth at the instant", () => {
    const person = somebody({}, { engagement: 40 });

    expect(seen(person, { now: morning + engagementHalfLife }).score).toEqual({
      fit: 0,
      engagement: expect.closeTo(20, 9),
      total: expect.closeTo(20, 9),
    });
  });

  it("count a consent only while it stands", () => {
    const given = { basis: "consent", at: morning, source: "form:demo" } as const;
    const person = { ...somebody(), consent: { marketing: given, measurement: { ...given, withdrawnAt: morning } } };

    expect(seen(person).consent).toEqual({ marketing: true, measurement: false });
  });

  it("leave nothing absent and hold only plain values, whoever the person is", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const facts = seen(person, { declarations: everyType });

        expect(Object.keys(facts.person).sort()).toEqual([...Object.keys(everyType), "email", "known", "locale"].sort());
        for (const [name, value] of Object.entries(facts.person)) {
          expect(["string", "number", "boolean"].includes(typeof value) || Array.isArray(value), name).toBe(true);
        }
        expect(facts.score.total).toBeGreaterThanOrEqual(0);
        expect(facts.bought).toBe(person.purchases !== undefined);
      }),
    );
  });
});
