import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day, hour } from "#core/time/instant.ts";
import { openClock } from "#local/time/clock.ts";
import { durationOf } from "#local/time/show-duration.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "relance-clock-"));
});
afterAll(() => rm(folder, { recursive: true }));

let real = 1_000_000;
const open = () => openClock(folder, () => real);

describe("the clock", () => {
  it("goes with real time, ahead of it by as much as it was moved, also after a restart", async () => {
    const clock = await open();
    await clock.moveTo(clock.now() + 3 * day);
    real += hour;
    const again = await open();

    expect(clock.now()).toBe(1_000_000 + 3 * day + hour);
    expect(again.now()).toBe(clock.now());
    expect(durationOf(again.offset())).toBe("P3D");
  });

  it("does not go back", async () => {
    const clock = await open();
    const before = clock.now();
    await clock.moveTo(before - day);

    expect(clock.now()).toBe(before);
  });

  it("does not pass a ceiling while work goes on, nor leap when the work is done", async () => {
    const clock = await open();
    const ceiling = clock.now() + hour;
    await clock.notPast(ceiling, async () => {
      await clock.moveTo(ceiling - 10);
      real += 5000;
      expect(clock.now()).toBe(ceiling);
    });

    expect(clock.now()).toBe(ceiling);
    real += 7;
    expect(clock.now()).toBe(ceiling + 7);
  });

  it("never goes backwards, whatever is done to it", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("pass" as const), by: fc.nat(10 * hour) }),
      fc.record({ kind: fc.constant("move" as const), by: fc.integer({ min: -day, max: 3 * day }) }),
      fc.record({ kind: fc.constant("work" as const), by: fc.integer({ min: -hour, max: day }), takes: fc.nat(2 * hour) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const clock = await open();
        let before = clock.now();
        for (const each of steps) {
          if (each.kind === "pass") real += each.by;
          else if (each.kind === "move") await clock.moveTo(clock.now() + each.by);
          else await clock.notPast(clock.now() + each.by, async () => void (real += each.takes));
          expect(clock.now()).toBeGreaterThanOrEqual(before);
          before = clock.now();
        }
      }),
      { numRuns: 40 },
    );
  });
});
