import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterFailure, mostTries } from "#core/due/retry.ts";
import { fullBucket, take } from "#core/due/token-bucket.ts";
import { day, hour, second } from "#core/time/instant.ts";

describe("after a failure", () => {
  const tried = (attempts: number, random = 1) => afterFailure({ attempts, now: 0, problem: "SES did not answer", random });

  it("tries again soon at first, then ever later", () => {
    const pauses = Array.from({ length: mostTries - 1 }, (_, attempts) => tried(attempts)).map((after) =>
      after.kind === "retry" ? after.at : Number.NaN,
    );

    expect(pauses[0]).toBe(15 * second);
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(20 * hour);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(2 * day);
  });

  it("spreads what failed together, and never tries at once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostTries - 2 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const [after, longest] = [tried(attempts, random), tried(attempts, 1)];
        if (after.kind === "park" || longest.kind === "park") throw new Error("parked too early");
        expect(after.at).toBeGreaterThanOrEqual(longest.at / 2 - 1);
        expect(after.at).toBeLessThanOrEqual(longest.at);
      }),
    );
  });

  it("parks with its reason after the last try", () => {
    expect(tried(mostTries - 1)).toEqual({
      kind: "park",
      because: { code: "gave-up", data: { tries: mostTries, problem: "SES did not answer" } },
    });
  });
});

describe("the token bucket", () => {
  it("never lets more through than its rate and one second's store, however it is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 400 }), (perSecond, pauses) => {
        let bucket = fullBucket(perSecond, 0);
        let now = 0;
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          const answer = take(bucket, now, perSecond);
          bucket = answer.bucket;
          if (answer.waitMs === 0) taken++;
        }
        expect(taken).toBeLessThanOrEqual(perSecond + (now / 1000) * perSecond + 1e-6);
      }),
    );
  });

  it("has a token when it said it would", () => {
    let { bucket, waitMs } = take(fullBucket(2, 0), 0, 2);
    ({ bucket, waitMs } = take(bucket, 0, 2));
    ({ bucket, waitMs } = take(bucket, 0, 2));

    expect(waitMs).toBe(500);
    expect(take(bucket, waitMs, 2).waitMs).toBe(0);
  });

  it("is not filled by a clock that goes back", () => {
    const empty = take(fullBucket(1, 1_000), 1_000, 1).bucket;

    expect(take(empty, 0, 1).waitMs).toBeGreaterThan(0);
  });
});
