import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, engagementHalfLife, totalLog2 } from "#core/score/decay.ts";
import { headOf, highestKey, mostOf, rankedTotal, rankOf, totalAt } from "#core/score/rank.ts";
import { noScore } from "#core/score/score.ts";
import { day } from "#core/time/instant.ts";
import { anybody, anyInstant } from "#tests/core/person/anybody.ts";
import { morning } from "#tests/core/person/somebody.ts";

const clicked = (points: number) => ({ clicked: add(undefined, points, morning, engagementHalfLife) });

describe("the rank of a score", () => {
  it.each([
    ["nobody yet", {}, 0],
    ["a little fit", { a: 9 }, 900],
    ["several rules", { a: 15, b: 20, c: 8 }, 4_300],
    ["a half and two tenths", { a: 0.5, b: 0.1, c: 0.1 }, 70],
    ["more than any list", { a: 2_000 }, 99_999],
    ["less than nothing", { a: -50 }, -5_000],
  ])("puts %s into its list by fit", (_, fit, step) => {
    expect(rankOf({ ...noScore, fit }).step).toBe(step);
  });

  it("counts penalties into the list, for they do not decay either", () => {
    expect(rankOf({ ...noScore, fit: { a: 60 }, penalties: { left: -30 } }).step).toBe(3_000);
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

  it("tells the score by itself, at every instant", () => {
    fc.assert(
      fc.property(anybody, anyInstant, ({ score }, now) => {
        const told = Math.max(0, rankedTotal(rankOf(score), now));

        expect(Math.abs(told - totalAt(score, now))).toBeLessThan(0.01 + told * 1e-6);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has a head that never promises less than anybody beneath it scores, and a fifth too much at most", () => {
    fc.assert(
      fc.property(anybody, anyInstant, ({ score }, now) => {
        const rank = rankOf(score);
        const most = mostOf(rank.step, headOf(rank), now);
        const total = rankedTotal(rank, now);

        expect(most).toBeGreaterThanOrEqual(total);
        expect(most - rank.step / 100).toBeLessThanOrEqual((total - rank.step / 100) * 1.2 + 1e-6);
      }),
      { numRuns: 2_000 },
    );
  });

  it("promises less as engagement cools, without being written anew", () => {
    const rank = rankOf({ ...noScore, fit: { a: 34 }, engagement: clicked(20) });

    expect(rankedTotal(rank, morning)).toBeCloseTo(34 + 20, 4);
    expect(rankedTotal(rank, morning + 90 * day)).toBeCloseTo(34 + 10, 4);
    expect(mostOf(3_400, headOf(rankOf(noScore)), morning)).toBe(34);
  });

  it("lets the next page begin where whoever scores no more than the last still sorts at or before the key", () => {
    fc.assert(
      fc.property(anybody, anybody, anyInstant, ({ score: last }, { score: next }, now) => {
        const total = rankedTotal(rankOf(last), now);
        const rank = rankOf(next);
        fc.pre(rankedTotal(rank, now) <= total);

        expect(`${rank.key}#per_1` <= highestKey(total - rank.step / 100, now)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
