import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deterministicId } from "#core/id/id.ts";
import { createSource } from "#core/source/create-source.ts";
import type { Json } from "#core/source/json.ts";
import { answerIntake } from "#functions/intake/answer-intake.ts";
import { countBeats } from "#functions/intake/count-beats.ts";
import { drain } from "#functions/work/drain.ts";
import { receive } from "#functions/work/receive.ts";
import { replaySubmission } from "#functions/work/replay-submission.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { exampleOf } from "#tests/core/source/kinds/examples.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { jsonOf } from "#tests/functions/intake/reception-desk.ts";
import { aWorkshop, type TestWorkshop } from "./a-workshop.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const hour = 3_600_000;
const { delivery, fetched } = exampleOf("hubspot");
const claire: Json = fetched?.[0] ?? null;

describe("a delivery of ids alone", () => {
  let workshop: TestWorkshop;
  beforeEach(async () => {
    workshop = await aWorkshop(tuesday);
  });
  afterEach(() => workshop.close());

  const id = deterministicId("source", tuesday, "hubspot");
  /** Wires HubSpot up, delivers one id, and answers the submission as it stands then. */
  const arrive = async (accessToken: string | undefined = "token") => {
    const made = createSource(
      { kind: "hubspot", name: "CRM", basis: "consent", ...(accessToken === "" ? {} : { accessToken }) },
      id,
      tuesday,
      "address-token",
    );
    if (made.kind === "problem") throw new Error(made.problem);
    await workshop.stores.sources.create(made.source);
    const answer = await answerIntake({
      workshop,
      receive: (submission, came) => receive(workshop, submission, log, came),
      beats: countBeats(workshop.stores.pulses, log),
    })(
      httpEvent({
        method: "POST",
        path: `/hooks/${id}/address-token`,
        body: delivery.body,
        headers: { "content-type": "application/json" },
      }),
    );
    expect(answer.statusCode).toBe(200);
    return String(jsonOf(answer)["id"]);
  };
  const submission = async () => (await workshop.stores.submissions.page({ source: `hook:${id}` }, { limit: 5 })).items[0];
  const tick = () => drain(workshop, { timeMs: 10_000, log });

  it("is asked for at once, and once: the retry of what failed afterwards asks nobody", async () => {
    workshop.fetched.push({ kind: "answer", json: claire });
    await arrive();

    expect(await submission()).toMatchObject({ status: "processed", extracted: { email: "claire@example.com" } });
    expect(await submission()).not.toHaveProperty("toFetch");
    expect(workshop.fetched).toEqual([]);
  });

  it("waits as long as a busy vendor asks for, and is taken in then", async () => {
    workshop.fetched.push({ kind: "later", problem: "api.hubapi.com answered 429.", afterMs: hour });
    await arrive();
    expect(await submission()).toMatchObject({ status: "pending", reason: expect.stringContaining("429") });
    expect((await submission())?.dueAt).toBeGreaterThanOrEqual(tuesday + hour);

    workshop.fetched.push({ kind: "answer", json: claire });
    workshop.now = tuesday + hour / 2;
    await tick();
    expect(await submission()).toMatchObject({ status: "pending" });
    workshop.now = tuesday + 2 * hour;
    await tick();

    expect(await submission()).toMatchObject({ status: "processed", personId: expect.stringContaining("per_") });
  });

  it("is kept in quarantine without a token, and taken in by a replay once the source has one", async () => {
    await arrive("");
    expect(await submission()).toMatchObject({ status: "quarantined", problem: { field: "accessToken", code: "no-access-token" } });

    const source = await workshop.stores.sources.find(id);
    if (source === undefined) throw new Error("the source is gone");
    await workshop.stores.sources.save({ ...source, accessToken: "token", rev: (source.rev ?? 1) + 1 });
    workshop.fetched.push({ kind: "answer", json: claire });

    expect((await replaySubmission(workshop, (await submission())?.id ?? "")).kind).toBe("replayed");
    expect(await submission()).toMatchObject({ status: "processed", extracted: { email: "claire@example.com" } });
  });

  it.each([
    ["a token that is not accepted", { kind: "refused", problem: "401", remedy: "Make a new one." }, "vendor-refused"],
    ["somebody who has no address there", { kind: "answer", json: { id: "1", properties: { firstname: "Claire" } } }, undefined],
    ["nothing of the kind", { kind: "answer", json: [] }, undefined],
  ] as const)("is kept in quarantine, with why, after %s", async (_, answer, code) => {
    workshop.fetched.push(answer);
    await arrive();

    expect(await submission()).toMatchObject({ status: "quarantined", problem: { remedy: expect.stringMatching(/\w/) } });
    if (code !== undefined) expect((await submission())?.problem?.code).toBe(code);
  });
});
