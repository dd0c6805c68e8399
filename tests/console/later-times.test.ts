import { describe, expect, it } from "vitest";
import { fieldValue, laterAt } from "#console/src/calls/later-times.ts";

/** A Wednesday afternoon, and a Sunday evening, wherever the test runs. */
const wednesday = new Date(2026, 10, 25, 15, 40);
const sunday = new Date(2026, 10, 29, 20, 5);

describe("when to come back to somebody", () => {
  it.each([
    ["two-hours", wednesday, "2026-11-25T17:00"],
    ["tomorrow", wednesday, "2026-11-26T09:00"],
    ["three-days", wednesday, "2026-11-28T09:00"],
    ["next-week", wednesday, "2026-11-30T09:00"],
    ["next-week", sunday, "2026-11-30T09:00"],
    ["next-week", new Date(2026, 10, 30, 8), "2026-12-07T09:00"],
    ["two-hours", new Date(2026, 11, 31, 23, 30), "2027-01-01T01:00"],
  ] as const)("is, for %s from %s, %s", (time, now, expected) => {
    expect(fieldValue(laterAt(time, now))).toBe(expected);
  });

  it("lies ahead of any moment", () => {
    for (let hour = 0; hour < 24 * 8; hour++) {
      const now = new Date(2026, 10, 23, hour, 59);
      for (const time of ["two-hours", "tomorrow", "three-days", "next-week"] as const)
        expect(laterAt(time, now).getTime()).toBeGreaterThan(now.getTime());
    }
  });
});
