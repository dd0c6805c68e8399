import { describe, expect, it } from "vitest";
import { firstOfMonth } from "#core/time/first-of-month.ts";

describe("the first day of a month", () => {
  it.each([
    ["1 décembre 2026", "1er décembre 2026"],
    ["mardi 1 décembre 2026 à 11:01", "mardi 1er décembre 2026 à 11:01"],
    ["1 déc., 09:00", "1er déc., 09:00"],
    ["21 décembre 2026", "21 décembre 2026"],
    ["31 janvier 2026 à 1:01", "31 janvier 2026 à 1:01"],
  ])("is counted in French: %s", (date, said) => {
    expect(firstOfMonth(date, "fr-FR")).toBe(said);
  });

  it("is none in another language", () => {
    expect(firstOfMonth("1 December 2026", "en-GB")).toBe("1 December 2026");
  });
});
