import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayRow } from "#core/insight/count.ts";
import { longestSpan, readSpan, rowsOf, spanBefore, spanUpTo } from "#core/insight/span.ts";

const today = "2026-11-24";

describe("a period", () => {
  it("is the last thirty days for who asks for nothing", () => {
    const read = readSpan({}, today);

    expect(read).toMatchObject({ kind: "span", span: { from: "2026-10-26", to: today } });
    expect(read.kind === "span" && read.span.days).toHaveLength(30);
  });

  it("holds both its ends, over the ends of months and years", () => {
    expect(readSpan({ from: "2027-12-30", to: "2028-01-02" }, today)).toMatchObject({
      span: { days: ["2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02"] },
    });
    expect(spanUpTo("2028-03-01", 2).days).toEqual(["2028-02-29", "2028-03-01"]);
  });

  it.each([
    [{ from: "2026-11-25", to: today }, "from"],
    [{ from: "yesterday" }, "from"],
    [{ from: "2026-13-01" }, "from"],
    [{ to: "2026-11-99" }, "to"],
    [{ from: "2026-01-01", to: today }, "from"],
  ] as const)("is refused where it is none, or too long: %o", (asked, field) => {
    expect(readSpan(asked, today)).toMatchObject({ kind: "refused", field, problem: expect.any(String), remedy: expect.any(String) });
  });

  it("has as many days before it, just before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: longestSpan }), (days) => {
        const span = spanUpTo(today, days);
        const before = spanBefore(span);

        expect(before.days).toHaveLength(days);
        expect(Date.parse(span.from) - Date.parse(before.to)).toBe(86_400_000);
      }),
    );
  });

  it("is a range of rows that holds the rows of its days and no others", () => {
    const { from, to } = rowsOf(spanUpTo(today, 2));
    const isIn = (row: string): boolean => row >= from && row <= to;

    expect(isIn(dayRow("2026-11-23", "form:demo"))).toBe(true);
    expect(isIn(dayRow("2026-11-24", "zzz\u00e9"))).toBe(true);
    expect(isIn(dayRow("2026-11-22", "form:demo"))).toBe(false);
    expect(isIn(dayRow("2026-11-25", "form:demo"))).toBe(false);
  });
});
