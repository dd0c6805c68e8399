import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, crossingBelow, engagementHalfLife, epoch, totalLog2, valueAt } from "#core/score/decay.ts";
import type { Accumulator } from "#core/score/score.ts";
import { day } from "#core/time/instant.ts";
import { anyEngagement, anyInstant } from "#tests/core/person/anybody.ts";
import { morning } from "#tests/core/person/somebody.ts";

const halfLife = engagementHalfLife;
const anyPoints = fc.integer({ min: 1, max: 200 });
const anyGain = fc.record({ points: anyPoints, at: anyInstant });

function gathered(gains: readonly { readonly points: number; readonly at: number }[]): Accumulator {
  return (
    gains.reduce<Accumulator | undefined>((sum, { points, at }) => add(sum, points, at, halfLife), undefined) ??
    add(undefined, 1, morning, halfLife)
  );
}

/** What decay means, without the logarithm: each gain has halved once for each half-life that has passed. */
function asDefined(gains: readonly { readonly points: number; readonly at: number }[], now: number): number {
  return gains.reduce((sum, { points, at }) => sum + points * 0.5 ** ((now - at) / halfLife), 0);
}

describe("engagement that decays", () => {
  it("has lost half its worth after ninety days, and three quarters after a hundred and eighty", () => {
    const { log2 } = add(undefined, 40, morning, halfLife);

    expect(valueAt(log2, morning, halfLife)).toBeCloseTo(40, 9);
    expect(valueAt(log2, morning + 90 * day, halfLife)).toBeCloseTo(20, 9);
    expect(valueAt(log2, morning + 180 * day, halfLife)).toBeCloseTo(10, 9);
  });

  it("is kept as of the beginning of 2020, for good", () => {
    expect(new Date(epoch).toISOString()).toBe("2020-01-01T00:00:00.000Z");
    expect(add(undefined, 8, epoch, halfLife).log2).toBe(3);
    expect(add(undefined, 8, epoch + 2 * halfLife, halfLife).log2).toBe(5);
  });

  it("counts what it was earned by, and when last", () => {
    const late = add(add(undefined, 10, morning, halfLife), 10, morning - day, halfLife);

    expect(late).toMatchObject({ count: 2, lastAt: morning });
  });

  it("is worth the sum of what each gain has decayed to", () => {
    fc.assert(
      fc.property(fc.array(anyGain, { minLength: 1, maxLength: 12 }), anyInstant, (gains, now) => {
        const expected = asDefined(gains, now);

        expect(Math.abs(valueAt(gathered(gains).log2, now, halfLife) / expected - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("does not depend on the order in which news arrives", () => {
    const shuffled = fc
      .array(anyGain, { minLength: 2, maxLength: 10 })
      .chain((gains) => fc.tuple(fc.constant(gains), fc.shuffledSubarray(gains, { minLength: gains.length })));
    fc.assert(
      fc.property(shuffled, ([gains, otherwise]) => {
        const [one, other] = [gathered(gains), gathered(otherwise)];

        expect(Math.abs(one.log2 - other.log2)).toBeLessThan(1e-12);
        expect(one).toMatchObject({ count: other.count, lastAt: other.lastAt });
      }),
    );
  });

  it("grows with every gain", () => {
    fc.assert(
      fc.property(anyGain, anyGain, (first, second) => {
        const before = add(undefined, first.points, first.at, halfLife);

        expect(add(before, second.points, second.at, halfLife).log2).toBeGreaterThan(before.log2);
      }),
    );
  });

  it("stays a number when thousands of gains lie decades apart", () => {
    let sum = add(undefined, 1, epoch, halfLife);
    for (let year = 1; year < 80; year++) sum = add(sum, 200, epoch + year * 365 * day, halfLife);

    expect(Number.isFinite(sum.log2)).toBe(true);
    expect(valueAt(sum.log2, epoch + 79 * 365 * day, halfLife)).toBeLessThan(220);
    expect(valueAt(sum.log2, epoch + 79 * 365 * day, halfLife)).toBeGreaterThan(200);
  });
});

describe("the total of engagement", () => {
  it("is nothing for nobody's gains", () => {
    expect(totalLog2({})).toBeUndefined();
  });

  it("is the sum of its rules, at every instant", () => {
    fc.assert(
      fc.property(anyEngagement, anyInstant, (engagement, now) => {
        const rules = Object.values(engagement).map(({ log2 }) => valueAt(log2, now, halfLife));
        const log2 = totalLog2(engagement);
        const total = log2 === undefined ? 0 : valueAt(log2, now, halfLife);

        expect(total).toBeCloseTo(
          rules.reduce((sum, value) => sum + value, 0),
          6 - Math.ceil(Math.log10(total + 1)),
        );
      }),
    );
  });

  it("orders people as it does today on every other day", () => {
    fc.assert(
      fc.property(anyEngagement, anyEngagement, anyInstant, (one, other, now) => {
        const [first, second] = [totalLog2(one), totalLog2(other)];
        fc.pre(first !== undefined && second !== undefined && Math.abs(first - second) > 1e-9);

        const sooner = valueAt(first, now, halfLife) - valueAt(second, now, halfLife);

        expect(Math.sign(sooner)).toBe(Math.sign(first - second));
      }),
    );
  });
});

describe("the crossing of a threshold", () => {
  it("is ninety days away at half of what there is, to the millisecond", () => {
    const { log2 } = add(undefined, 40, epoch, halfLife);

    // At ninety days exactly it is worth 20, which is not below 20 yet.
    expect(crossingBelow(log2, 20, halfLife)).toBe(epoch + halfLife + 1);
  });

  it("is the first millisecond below it, whatever was earned whenever", () => {
    fc.assert(
      fc.property(
        fc.array(anyGain, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        (gains, threshold) => {
          const { log2 } = gathered(gains);

          const at = crossingBelow(log2, threshold, halfLife);

          expect(Number.isInteger(at)).toBe(true);
          expect(valueAt(log2, at, halfLife)).toBeLessThan(threshold);
          expect(valueAt(log2, at - 1, halfLife)).toBeGreaterThanOrEqual(threshold);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("comes later for a lower threshold, and for more engagement", () => {
    fc.assert(
      fc.property(anyGain, anyGain, fc.integer({ min: 1, max: 100 }), (first, second, threshold) => {
        const less = add(undefined, first.points, first.at, halfLife);
        const more = add(less, second.points, second.at, halfLife);

        expect(crossingBelow(less.log2, threshold / 2, halfLife)).toBeGreaterThan(crossingBelow(less.log2, threshold, halfLife));
        expect(crossingBelow(more.log2, threshold, halfLife)).toBeGreaterThanOrEqual(crossingBelow(less.log2, threshold, halfLife));
      }),
    );
  });
});
