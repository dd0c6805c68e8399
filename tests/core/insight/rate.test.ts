import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complaintStanding } from "#core/insight/complaint-standing.ts";
import { changeOf, fewest, rateOf } from "#core/insight/rate.ts";

describe("a rate", () => {
  it("has the range that Wilson's formula gives for known figures", () => {
    // R: prop.test(x, n, correct = FALSE)$conf.int
    const known = [
      [1, 10, 0.017876, 0.40415],
      [50, 100, 0.403832, 0.596168],
      [0, 20, 0, 0.161125],
      [20, 20, 0.838875, 1],
      [3, 1000, 0.00102, 0.00878],
    ] as const;

    for (const [count, of, low, high] of known) {
      const rate = rateOf(count, of);
      expect(rate.low).toBeCloseTo(low, 3);
      expect(rate.high).toBeCloseTo(high, 3);
    }
  });

  it("holds its share within a range from none to all, that narrows as there are more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (of, some) => {
        const count = Math.min(of, some);
        const [rate, wider] = [rateOf(count * 10, of * 10), rateOf(count, of)];

        expect(wider.low).toBeGreaterThanOrEqual(0);
        expect(wider.high).toBeLessThanOrEqual(1);
        expect(wider.low).toBeLessThanOrEqual(wider.share ?? -1);
        expect(wider.high).toBeGreaterThanOrEqual(wider.share ?? 2);
        expect(rate.high - rate.low).toBeLessThan(wider.high - wider.low);
      }),
    );
  });

  it("is of nobody where there is nobody, and all where more came than there were", () => {
    expect(rateOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: 0, high: 1, tooFew: true });
    expect(rateOf(3, 2)).toMatchObject({ share: 1, high: 1 });
  });

  it("says when there are too few to tell", () => {
    expect(rateOf(3, fewest - 1).tooFew).toBe(true);
    expect(rateOf(3, fewest).tooFew).toBe(false);
  });

  it("has changed only where the two ranges do not meet", () => {
    expect(changeOf(rateOf(200, 1000), rateOf(100, 1000))).toBe("up");
    expect(changeOf(rateOf(100, 1000), rateOf(200, 1000))).toBe("down");
    expect(changeOf(rateOf(11, 100), rateOf(9, 100))).toBe("no-telling");
    expect(changeOf(rateOf(10, 20), rateOf(100, 1000))).toBe("too-few");
    expect(changeOf(rateOf(100, 1000), rateOf(0, 0))).toBe("too-few");
  });
});

describe("complaints against the lines of 0.1 and 0.3 %", () => {
  it.each([
    [0, 5_000, "good"],
    [4, 5_000, "good"],
    [5, 5_000, "watch"],
    [14, 5_000, "watch"],
    [15, 5_000, "bad"],
    [0, 999, "too-few"],
    [0, 0, "too-few"],
    // One complaint alone says nothing of so few mails; five of three hundred do.
    [1, 8, "too-few"],
    [1, 300, "too-few"],
    [5, 300, "bad"],
  ] as const)("%i of %i is %s", (complained, delivered, standing) => {
    expect(complaintStanding(complained, delivered)).toBe(standing);
  });
});
