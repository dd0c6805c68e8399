import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { day } from "#core/time/instant.ts";
import { aFunction, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const movedSchema = z.object({ now: z.iso.datetime(), performed: z.number() });
let ticks = 0;
let relance: StartedLocal;
beforeAll(async () => {
  relance = await startLocal({ functions: [aFunction("tick", { kind: "schedule", rate: "1 minute" }, () => ({ performed: ++ticks }))] });
});
afterAll(() => relance.stop());

const move = (body: unknown): Promise<Response> =>
  fetch(`${relance.url}/local/clock`, {
    method: "POST",
    headers: { authorization: `Bearer ${relance.token}` },
    body: JSON.stringify(body),
  });

describe("/local/clock", () => {
  it("moves the time by an ISO 8601 duration", async () => {
    const before = relance.clock.now();
    const moved = movedSchema.parse(await (await move({ advance: "P3DT1H" })).json());

    expect(Date.parse(moved.now) - before).toBeGreaterThanOrEqual(3 * day + 3_600_000);
    expect(Date.parse(moved.now) - before).toBeLessThan(3 * day + 3_660_000);
  });

  it("ticks only for what is due", async () => {
    const before = ticks;
    const moved = movedSchema.parse(await (await move({ to: "next" })).json());

    expect(moved.performed).toBe(0);
    expect(ticks).toBe(before);
  });

  it.each([
    {},
    { advance: "3 days" },
    { advance: "-P1D" },
    { advance: "P0D" },
    { advance: "P1M" },
    { advance: "P99999D" },
    { to: "never" },
  ])("refuses %j", async (body) => {
    const before = relance.clock.offset();

    expect((await move(body)).status).toBe(400);
    expect(relance.clock.offset()).toBe(before);
  });
});
