import { describe, expect, it } from "vitest";
import type { DueItem } from "#core/due/due-item.ts";
import { day, hour, type Instant, minute } from "#core/time/instant.ts";
import { advanceClock } from "#local/time/advance-clock.ts";
import type { Clock } from "#local/time/clock.ts";

const start: Instant = 1_700_000_000_000;

/** A clock that stands still between moves, and a due index whose rows a tick takes away, or puts off, or leaves. */
function aWorld(
  rows: readonly (readonly [name: string, dueAt: Instant])[],
  perform: (name: string, now: Instant) => Instant | "done" | "stays",
) {
  let now = start;
  const due = new Map(rows);
  const done: (readonly [string, Instant])[] = [];
  const clock: Clock = {
    now: () => now,
    offset: () => now - start,
    moveTo: async (to) => void (now = Math.max(now, to)),
    notPast: (_, work) => work(),
  };
  const items = (): readonly DueItem[] =>
    [...due]
      .map(([pk, dueAt]) => ({ kind: "enrollment" as const, pk, sk: "#seq#demo", dueAt, shard: 0 }))
      .sort((one, other) => one.dueAt - other.dueAt);
  const tick = async (): Promise<number> => {
    let performed = 0;
    for (const item of items().filter(({ dueAt }) => dueAt <= now)) {
      const outcome = perform(item.pk, now);
      if (outcome === "stays") continue;
      performed++;
      done.push([item.pk, now]);
      if (outcome === "done") due.delete(item.pk);
      else due.set(item.pk, outcome);
    }
    return performed;
  };
  const upcoming = async ({ limit }: { readonly limit: number }) => ({ items: items().slice(0, limit), next: undefined });
  return { done, advance: (to: Instant) => advanceClock({ clock, due: { upcoming }, tick, quiet: async () => undefined }, to) };
}

describe("advancing the clock", () => {
  it("performs what falls due on the way, in order and each at its instant, and ends at the target", async () => {
    const world = aWorld(
      [
        ["late", start + 2 * day],
        ["soon", start + hour],
        ["beyond", start + 4 * day],
      ],
      () => "done",
    );

    expect(await world.advance(start + 3 * day)).toEqual({ now: start + 3 * day, performed: 2, stuck: [] });
    expect(world.done).toEqual([
      ["soon", start + hour],
      ["late", start + 2 * day],
    ]);
  });

  it("performs what only comes to be due on the way", async () => {
    const world = aWorld([["sequence", start + day]], (_, now) => (now < start + 5 * day ? now + day : "done"));

    expect((await world.advance(start + 4 * day)).performed).toBe(4);
    expect(world.done.map(([, at]) => at - start)).toEqual([day, 2 * day, 3 * day, 4 * day]);
  });

  it("performs at once what has been due for long", async () => {
    const world = aWorld([["overdue", start - day]], () => "done");

    expect(await world.advance(start + minute)).toMatchObject({ performed: 1, now: start + minute });
    expect(world.done).toEqual([["overdue", start]]);
  });

  it("waits for a lease to run out where a dead worker holds what is due", async () => {
    const world = aWorld([["leased", start + hour]], (_, now) => (now < start + hour + 2 * minute ? "stays" : "done"));

    expect(await world.advance(start + day)).toMatchObject({ performed: 1, stuck: [] });
  });

  it("passes over what stays due, says so, and goes on with the rest", async () => {
    const world = aWorld(
      [
        ["stuck", start + hour],
        ["fine", start + 2 * hour],
      ],
      (name) => (name === "stuck" ? "stays" : "done"),
    );

    const advanced = await world.advance(start + day);
    expect(advanced).toMatchObject({ now: start + day, performed: 1 });
    expect(advanced.stuck.map(({ pk }) => pk)).toEqual(["stuck"]);
  });
});
