import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, engagementHalfLife, totalLog2 } from "#core/score/decay.ts";
import { fitStep, fitSteps, highestKey, lowestSteady, mostAt, rankOf, totalAt } from "#core/score/rank.ts";
import { noScore } from "#core/score/score.ts";
import { day } from "#core/time/instant.ts";
import { anybody, anyInstant } from "#tests/core/person/anybody.ts";
import { morning } from "#tests/core/person/somebody.ts";

const clicked = (points: number) => ({ clicked: add(undefined, points, morning, engagementHalfLife) });

describe("the rank of a score", () => {
  it.each([
    ["nobody yet", {}, 0],
    ["a little fit", { a: 9 }, 0],
    ["ten points", { a: 10 }, 1],
    ["several rules", { a: 15, b: 20, c: 8 }, 4],
    ["more than any list", { a: 200, b: 200 }, fitSteps - 1],
    ["less than nothing", { a: -50 }, 0],
  ])("puts %s into its list by fit", (_, fit, step) => {
    expect(rankOf({ ...noScore, fit }).step).toBe(step);
  });

  it("counts penalties into the list, for they do not decay either", () => {
    expect(rankOf({ ...noScore, fit: { a: 60 }, penalties: { left: -30 } }).step).toBe(3);
  });

  it("puts those without engagement last", () => {
    expect(rankOf(noScore).key).toBe("000000000000");
    expect(rankOf(noScore).key < rankOf({ ...noScore, engagement: clicked(0.001) }).key).toBe(true);
  });

  it("has keys of one length that sort as engagement does, now and ever after", () => {
    fc.assert(
      fc.property(anybody, anybody, ({ score: one }, { score: other }) => {
        const [first, second] = [rankOf(one), rankOf(other)];
        const [more, less] = [totalLog2(one.engagement) ?? -4_096, totalLog2(other.engagement) ?? -4_096];

        expect(first.key).toMatch(/^\d{4,}[.\d]*$/);
        expect(first.key).toHaveLength(12);
        if (more - less > 1e-6) expect(first.key > second.key).toBe(true);
        if (first.key > second.key) expect(more).toBeGreaterThan(less);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never promises less than the person scores, so that no page leaves out who belongs on it", () => {
    fc.assert(
      fc.property(anybody, anyInstant, ({ score }, now) => {
        expect(mostAt(rankOf(score), now)).toBeGreaterThanOrEqual(totalAt(score, now));
      }),
      { numRuns: 2_000 },
    );
  });

  it("promises no more than ten points too many, but in the last list", () => {
    const rank = rankOf({ ...noScore, fit: { a: 34 }, engagement: clicked(20) });

    expect(mostAt(rank, morning)).toBeCloseTo(40 + 20, 4);
    expect(mostAt(rank, morning + 90 * day)).toBeCloseTo(40 + 10, 4);
    expect(mostAt(rankOf(noScore), morning)).toBe(fitStep);
    expect(mostAt(rankOf({ ...noScore, fit: { a: 199 } }), morning)).toBe(Number.POSITIVE_INFINITY);
  });

  it("lets the next page begin where whoever has no more than the last total still sorts at or before the key", () => {
    fc.assert(
      fc.property(anybody, anybody, anyInstant, ({ score: last }, { score: next }, now) => {
        const total = totalAt(last, now);
        const { step, key } = rankOf(next);
        fc.pre(totalAt(next, now) <= total);

        expect(`${key}#per_1` <= highestKey(total - lowestSteady(step), now)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("begins at the very top of the lowest list, whose fit may be anything below ten", () => {
    expect(lowestSteady(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(lowestSteady(3)).toBe(30);
    expect(highestKey(12 - lowestSteady(0), morning)).toBe("999999999999");
  });
});
