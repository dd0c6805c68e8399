import { describe, expect, it } from "vitest";
import { dateTime, money, points, relative, weekday } from "#console/src/i18n/formats.ts";

const now = "2026-11-23T08:00:00.000Z";

describe("how long before or after", () => {
  it.each([
    ["2026-11-23T08:00:20.000Z", "now", "maintenant"],
    ["2026-11-23T08:05:00.000Z", "in 5 minutes", "dans 5 minutes"],
    ["2026-11-22T08:00:00.000Z", "yesterday", "hier"],
    ["2026-11-26T08:00:00.000Z", "in 3 days", "dans 3 jours"],
    ["2025-11-20T08:00:00.000Z", "1 year ago", "il y a 1 an"],
  ])("says %s in the largest unit that fits", (at, en, fr) => {
    expect(relative(at, now, "en")).toBe(en);
    expect(relative(at, now, "fr")).toBe(fr);
  });

  it("counts days as the calendar does where the reader is", () => {
    const evening = new Date(2026, 11, 2, 22).toISOString();

    expect(relative(new Date(2026, 11, 4, 9).toISOString(), evening, "fr")).toBe("après-demain");
    expect(relative(new Date(2026, 11, 7, 9).toISOString(), evening, "en")).toBe("in 5 days");
    expect(relative(new Date(2026, 10, 30, 23, 59).toISOString(), evening, "en")).toBe("2 days ago");
  });

  it("never says 60 minutes, 24 hours or 12 months", () => {
    expect(relative("2026-11-23T08:59:50.000Z", now, "en")).toBe("in 1 hour");
    expect(relative("2026-11-24T07:59:50.000Z", now, "en")).toBe("tomorrow");
    expect(relative("2027-11-22T08:00:00.000Z", now, "en")).toBe("in 1 year");
  });
});

describe("numbers and dates", () => {
  it("writes each as the language does", () => {
    expect(points(1234.56, "fr")).toBe("1\u202f234,6");
    expect(points(1234.56, "en")).toBe("1,234.6");
    expect(points(-0.04, "en")).toBe("0");
    expect(money(9400, "EUR", "fr")).toBe("9\u202f400\u00a0€");
    expect(money(9400, null, "en")).toBe("9,400");
    expect(dateTime(now, "fr")).toContain("23 nov. 2026");
    expect(weekday(now, "en", now)).toContain("November");
  });

  it("names the year of a day only when it is another year", () => {
    expect(weekday("2027-02-03T08:00:00.000Z", "fr", now)).toContain("2027");
    expect(weekday("2026-11-26T08:00:00.000Z", "fr", now)).not.toContain("2026");
  });
});
