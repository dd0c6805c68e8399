import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pageOf, sourceViewSchema } from "#contract/api.ts";
import { arrivalsSchema, submissionDetailSchema, submissionViewSchema, triedAllSchema } from "#contract/sources.ts";
import { answerIntake } from "#functions/intake/answer-intake.ts";
import { countBeats } from "#functions/intake/count-beats.ts";
import { drain } from "#functions/work/drain.ts";
import { receive } from "#functions/work/receive.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { anApi, type TestApi } from "./an-api.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe("what comes in through a source", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(() => api.workshop.close());

  const source = async (body: Readonly<Record<string, unknown>> = {}) =>
    sourceViewSchema.parse((await api.ask("marketer", "POST", "/api/sources", { kind: "json", name: "Boutique", ...body })).body);
  const deliver = async (url: string, body: string, headers: Record<string, string> = {}) => {
    const { workshop } = api;
    const answer = answerIntake({
      workshop,
      receive: (submission, delivery) => receive(workshop, submission, log, delivery),
      beats: countBeats(workshop.stores.pulses, log),
    });
    const answered = await answer(httpEvent({ method: "POST", path: new URL(url).pathname, headers, body }));
    return { status: answered.statusCode, body: JSON.parse(answered.body ?? "") as Readonly<Record<string, unknown>> };
  };
  const list = async (id: string, status?: string) => {
    const asked = await api.ask("sales", "GET", `/api/submissions?source=${id}${status === undefined ? "" : `&status=${status}`}`);
    return pageOf(submissionViewSchema).parse(asked.body).items;
  };
  const replay = async (id: unknown) =>
    submissionViewSchema.parse((await api.ask("marketer", "POST", `/api/submissions/${String(id)}/replay`)).body);
  const entriesOf = async (personId: string | null) =>
    (await api.workshop.stores.timeline.page(personId as `per_${string}`, { limit: 50 })).items.flatMap((item) =>
      item.kind === "entry" && item.entry.type === "submission.received" ? [item.entry] : [],
    );

  it("is listed newest first with how it was read and whom it made, duplicates told as such", async () => {
    const { id, url } = await source({ tags: ["salon"], stage: "qualification", owner: "lea@lumen.example" });
    await deliver(url, '{"email":"zoe@example.com","firstName":"Zoé","utm_source":"google","newsletter":true}', { "webhook-id": "one" });
    api.workshop.now += 1_000;
    expect((await deliver(url, '{"email":"zoe@example.com","again":1}', { "webhook-id": "one" })).body["status"]).toBe("duplicate");
    api.workshop.now += 1_000;
    await deliver(url, '{"email":"max@example.com"}');

    const items = await list(id);
    expect(items.map(({ status }) => status)).toEqual(["processed", "duplicate", "processed"]);
    expect(items[1]).toMatchObject({ duplicateOf: items[2]?.id, personId: items[2]?.personId });
    expect(items[2]?.extracted).toMatchObject({
      email: "zoe@example.com",
      firstName: "Zoé",
      consent: true,
      utm: { source: "google" },
      eventId: "one",
    });
    const person = (await api.workshop.stores.people.dossier(items[2]?.personId as `per_${string}`))?.person;
    expect(person).toMatchObject({ tags: ["salon"], owner: "lea@lumen.example", stage: { value: "qualification" } });
    expect(await entriesOf(items[2]?.personId ?? null)).toHaveLength(1);
  });

  it("that could not be read is read after the mapping was mended, once however often it is replayed", async () => {
    const { id, url } = await source();
    const { body } = await deliver(url, '{"who":{"contact":"zoe@example.com"}}', { authorization: "Bearer s3cret" });
    expect(body).toMatchObject({ status: "quarantined", field: "email" });
    const detail = submissionDetailSchema.parse((await api.ask("marketer", "GET", `/api/submissions/${String(body["id"])}`)).body);
    expect(detail.delivery).toMatchObject({ text: '{"who":{"contact":"zoe@example.com"}}', headers: { authorization: "•••" } });
    expect(detail.delivery?.fields).toContainEqual({ at: "who.contact", title: "who.contact", value: "zoe@example.com" });
    expect((await replay(body["id"])).status).toBe("quarantined");

    const tried = triedAllSchema.parse(
      (await api.ask("marketer", "POST", `/api/sources/${id}/try`, { submission: body["id"], mapping: { email: "who.contact" } })).body,
    );
    expect(tried.parts).toMatchObject([{ kind: "read", extracted: { email: "zoe@example.com" } }]);
    expect((await list(id, "quarantined")).length).toBe(1);

    await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "who.contact" } });
    const [one, two] = await Promise.all([replay(body["id"]), replay(body["id"])].map((asked) => asked.catch(() => undefined)));
    expect([one?.status, two?.status]).toContain("processed");
    const again = await replay(body["id"]);

    expect(again).toMatchObject({ status: "processed", reason: null, problem: null });
    expect(await entriesOf(again.personId)).toHaveLength(1);
    expect(await list(id)).toHaveLength(1);
    expect(await list(id, "quarantined")).toEqual([]);
    expect(api.errors).toEqual([]);
  });

  it("is mended as well by sending the same event again, once it can be read", async () => {
    const { id, url } = await source();
    await deliver(url, '{"who":"zoe@example.com"}', { "webhook-id": "one" });
    await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "who" } });

    expect((await deliver(url, '{"who":"zoe@example.com"}', { "webhook-id": "one" })).body["status"]).toBe("accepted");
    expect((await list(id)).map(({ status }) => status)).toEqual(["processed"]);
  });

  it("moves to the event its mapping names now, and is the duplicate of what stands there", async () => {
    const { id, url } = await source();
    const { body } = await deliver(url, '{"mail":{"x":"zoe@example.com"},"order":"o-1"}');
    await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "mail.x", eventId: "order" } });
    expect(await replay(body["id"])).toMatchObject({ id: body["id"], status: "processed", extracted: { eventId: "o-1" } });
    expect((await deliver(url, '{"mail":{"x":"zoe@example.com"},"order":"o-1","again":true}')).body).toEqual({
      id: body["id"],
      status: "duplicate",
    });
    expect((await list(id)).filter(({ status }) => status === "processed")).toHaveLength(1);
  });

  it("is replayed all at once by a job, and what still cannot be read stays where it is", async () => {
    const { id, url } = await source();
    for (let n = 0; n < 30; n++) {
      api.workshop.now += 1;
      await deliver(url, `{"who":"p${n}@example.com"}`);
    }
    await deliver(url, '{"who":"nobody"}');
    await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "who" } });

    const asked = await api.ask("marketer", "POST", `/api/sources/${id}/replay`, {});
    expect(asked).toMatchObject({ status: 202, body: { state: "done", seen: 31, done: 30, refused: 1 } });
    expect(await list(id, "quarantined")).toMatchObject([{ problem: { code: "address-without-at", field: "who" } }]);
  });

  it("can be discarded from quarantine, and brought back", async () => {
    const { id, url } = await source();
    const { body } = await deliver(url, '{"spam":true}');
    expect((await api.ask("marketer", "POST", `/api/submissions/${String(body["id"])}/discard`)).body).toMatchObject({
      status: "discarded",
    });
    expect((await list(id, "discarded")).length).toBe(1);
    expect((await replay(body["id"])).status).toBe("quarantined");
    expect((await api.ask("marketer", "POST", `/api/submissions/${String(body["id"])}/discard`)).status).toBe(200);
    expect((await api.ask("marketer", "POST", `/api/submissions/${String(body["id"])}/discard`)).status).toBe(409);
  });

  it("is waited for, and seen as soon as it is there", async () => {
    const { id, url } = await source();
    const arrivals = async () => arrivalsSchema.parse((await api.ask("sales", "GET", `/api/sources/${id}/arrivals`)).body);
    expect(await arrivals()).toMatchObject({ health: "waiting", recent: [], received: null });

    await deliver(`${url}x`, "{}");
    expect(await arrivals()).toMatchObject({ health: "refused", refused: { total: 1, because: "bad-signature" } });
    await deliver(url, '{"order":1}');
    api.workshop.now += 1;
    expect(await arrivals()).toMatchObject({ health: "quarantined", inQuarantine: 1 });
    await deliver(url, '{"email":"zoe@example.com"}');
    expect(await arrivals()).toMatchObject({
      health: "well",
      inQuarantine: 1,
      received: { total: 1 },
      recent: [{ status: "processed" }, { status: "quarantined" }],
    });
  });

  it("leaves its source well once what could not be read was mended", async () => {
    const { id, url } = await source();
    const { body } = await deliver(url, '{"order":{"sent":"zoe@example.com"}}');
    const health = async () => arrivalsSchema.parse((await api.ask("sales", "GET", `/api/sources/${id}/arrivals`)).body).health;
    expect(await health()).toBe("quarantined");

    await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "order.sent" } });
    expect((await replay(body["id"])).status).toBe("processed");

    expect(await health()).toBe("well");
  });

  it("is never lost or doubled, wherever its replay or its processing dies", async () => {
    const writes = ["keep", "accept", "save", "point", "leave"] as const;
    for (const [n, write] of writes.entries()) {
      const { id, url } = await source();
      const { submissions } = api.workshop.stores;
      const original = submissions[write];
      const { body } = await deliver(url, `{"mail":{"x":"q${n}@example.com"},"order":"o-${n}"}`);
      await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "mail.x", eventId: "order" } });
      for (const when of ["before", "after"] as const) {
        Object.assign(submissions, {
          [write]: async (...given: readonly unknown[]) => {
            Object.assign(submissions, { [write]: original });
            if (when === "after") await Reflect.apply(original, submissions, given);
            throw new Error("the process died");
          },
        });
        await api.ask("marketer", "POST", `/api/submissions/${String(body["id"])}/replay`).catch(() => undefined);
        Object.assign(submissions, { [write]: original });
      }
      api.workshop.now += 60_000;
      await drain(api.workshop, { timeMs: 30_000, log });
      const done = await replay(body["id"]);

      expect(done).toMatchObject({ id: body["id"], status: "processed" });
      expect(await entriesOf(done.personId)).toHaveLength(1);
      expect((await list(id)).filter(({ status }) => status !== "duplicate")).toHaveLength(1);
    }
  });

  it("is replayed by marketers, if it is there, and listed by source alone", async () => {
    expect((await api.ask("marketer", "POST", "/api/submissions/sub_nobody/replay")).status).toBe(404);
    expect((await api.ask("sales", "POST", "/api/submissions/sub_nobody/replay")).status).toBe(403);
    expect((await api.ask("sales", "GET", "/api/submissions")).status).toBe(400);
  });
});
