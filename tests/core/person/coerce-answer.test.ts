import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeTypes, attributeValueSchema } from "#core/person/attribute.ts";
import { coerceAnswer } from "#core/person/coerce-answer.ts";
import { anyAnswer } from "./anybody.ts";
import { everyType, shipped } from "./somebody.ts";

const as = (type: (typeof attributeTypes)[number]) => ({ type, label: {} });

describe("an answer taken as its attribute’s type", () => {
  it.each([
    ["12", 12],
    ["-3.5", -3.5],
    ["1 234,50", 1234.5],
    ["1\u202f234\u00a0567,5", 1234567.5],
    ["1,234.50", 1234.5],
    ["1,234,567", 1234567],
    ["1,234", 1234],
    ["0,125", 0.125],
    ["3,1416", 3.1416],
    ["12,5 €", 12.5],
    ["1.234.567", 1234567],
    ["1.234,5", 1234.5],
    ["1’234.50", 1234.5],
    ["+7", 7],
    ["a dozen", "a dozen"],
    ["1,2,3", "1,2,3"],
    ["12 or 15", "12 or 15"],
    ["Infinity", "Infinity"],
    ["9".repeat(400), "9".repeat(400)],
    [8, 8],
    [true, true],
  ])("makes of %j the number %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("number"), raw)).toBe(value);
  });

  it.each([
    ["5 000 €", { amount: 5000, currency: "EUR" }],
    ["$1,200.50", { amount: 1200.5, currency: "USD" }],
    ["1200 usd", { amount: 1200, currency: "USD" }],
    ["12500,5 CHF", { amount: 12500.5, currency: "CHF" }],
    ["10 ans", "10 ans"],
    ["£300", { amount: 300, currency: "GBP" }],
    [42, { amount: 42, currency: "EUR" }],
    [
      { amount: 1, currency: "CHF" },
      { amount: 1, currency: "CHF" },
    ],
    ["not much", "not much"],
    [false, false],
  ])("makes of %j the money %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("money"), raw)).toEqual(value);
  });

  it.each([
    ["Oui", true],
    [" yes ", true],
    ["on", true],
    ["NON", false],
    ["0", false],
    [1, true],
    [0, false],
    [true, true],
    ["perhaps", "perhaps"],
    [["oui"], ["oui"]],
  ])("makes of %j the yes or no %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("yes-no"), raw)).toEqual(value);
  });

  it.each([
    ["workshop", "workshop"],
    [" Workshop ", "workshop"],
    ["Un atelier ou un entrepôt", "workshop"],
    ["a workshop or a warehouse", "workshop"],
    ["a barn", "a barn"],
    [5, 5],
  ])("makes of %j the choice %j, or leaves it", (raw, value) => {
    const need = shipped.declarations["need"];
    if (need === undefined) throw new Error("the example declares no need");

    expect(coerceAnswer(need, raw)).toBe(value);
  });

  it("leaves a choice among none as it is", () => {
    expect(coerceAnswer(as("choice"), "shop")).toBe("shop");
  });

  it.each([
    ["2026-12-24", "2026-12-24"],
    ["24/12/2026", "2026-12-24"],
    ["3.1.2027", "2027-01-03"],
    [" 29-02-2028 ", "2028-02-29"],
    ["29/02/2027", "29/02/2027"],
    ["12/24/2026", "12/24/2026"],
    ["2026-13-01", "2026-13-01"],
    ["at Christmas", "at Christmas"],
    [2026, 2026],
  ])("makes of %j the date %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("date"), raw)).toBe(value);
  });

  it.each([
    ["Lyon, Paris; Nantes ,", ["Lyon", "Paris", "Nantes"]],
    [["Lyon"], ["Lyon"]],
    [5, 5],
  ])("makes of %j the list %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("list"), raw)).toEqual(value);
  });

  it.each([
    [5, "5"],
    [true, "true"],
    [["Lyon", "Paris"], "Lyon, Paris"],
    [" as typed ", " as typed "],
    [
      { amount: 1, currency: "EUR" },
      { amount: 1, currency: "EUR" },
    ],
  ])("makes of %j the text %j, or leaves it", (raw, value) => {
    expect(coerceAnswer(as("text"), raw)).toEqual(value);
  });

  it("is always a value that can be stored, and is the same taken twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(everyType)), anyAnswer, (declaration, raw) => {
        const value = coerceAnswer(declaration, raw);

        expect(attributeValueSchema.safeParse(value).success).toBe(true);
        expect(coerceAnswer(declaration, value)).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads back every number that French and English write", () => {
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, fc.constantFrom("fr-FR", "en-GB", "de-DE"), (number, locale) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number);

        expect(coerceAnswer(as("number"), written)).toBe(number);
      }),
    );
  });
});
