import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

const minute = 60_000;
const zoe = aProspect({ addressHash: hashAddress("zoe@example.com") });

describe("events from a product, a site or a shop", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await anApi(tuesday);
    await api.store(zoe);
  });
  afterAll(() => api.workshop.close());

  const send = (body: unknown, headers?: Record<string, string>) => api.ask("marketer", "POST", "/api/events", body, headers);
  const timeline = async () => (await api.workshop.stores.timeline.page(zoe.id, { limit: 100 })).items;

  it("stand in the person's timeline and on the bus", async () => {
    const answer = await send({
      type: "trial.started",
      id: "t-1",
      email: " Zoe@Example.com",
      url: "https://app.example/start",
      properties: { plan: "pro", seats: 3 },
    });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accepted: 1, results: [{ id: "t-1", status: "accepted", personId: zoe.id }] });
    const [item] = await timeline();
    expect(item).toMatchObject({
      entry: { type: "activity", data: { name: "trial.started", properties: { plan: "pro", seats: 3 } } },
    });
    expect(api.workshop.events.map(({ type }) => type)).toContain("activity.told");
  });

  it("count once under their id, whoever tells them again", async () => {
    const before = (await timeline()).length;

    const answer = await send({ type: "trial.started", id: "t-1", email: "zoe@example.com" });

    expect(answer.body).toMatchObject({ duplicates: 1 });
    expect((await timeline()).length).toBe(before);
  });

  it("answer a repeated request by its idempotency key, without doing it again", async () => {
    const headers = { "idempotency-key": "0d1c" };
    const first = await send({ type: "invoice.opened", email: "zoe@example.com" }, headers);
    const again = await send({ type: "invoice.opened", email: "zoe@example.com" }, headers);

    expect(again.text).toBe(first.text);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });

  it("come in batches, each by itself, of at most 500", async () => {
    const good = Array.from({ length: 57 }, (_, place) => ({ type: "page.scrolled", id: `b-${place}`, email: "zoe@example.com" }));
    const answer = await send({
      events: [...good.slice(0, 20), { type: "UPPER" }, { type: "seen", email: "nobody@example.com" }, 7, ...good.slice(20)],
    });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accepted: 57, refused: 3, notTaken: 0 });
    expect((answer.body as { results: unknown[] }).results.slice(20, 23)).toMatchObject([
      { status: "refused", field: "type" },
      { status: "refused", field: "email", problem: "Nobody in the base is called so." },
      { status: "refused", field: "event" },
    ]);
    expect((await send({ events: Array.from({ length: 501 }, () => good[0]) })).status).toBe(400);
  }, 120_000);

  it("make a client of whoever bought, known before or not, once", async () => {
    const order = { type: "purchase", id: "o-77", email: "new@example.com", amount: 120.5, currency: "EUR" };

    expect((await send(order)).body).toMatchObject({ accepted: 1 });
    expect((await send(order)).body).toMatchObject({ duplicates: 1 });

    const found = await api.workshop.stores.addresses.find(hashAddress("new@example.com"));
    const dossier = await api.workshop.stores.people.dossier(found.personId ?? zoe.id);
    expect(dossier?.person).toMatchObject({ lifecycle: { value: "client" }, purchases: { count: 1, total: 120.5 } });
  });

  it.each([
    [{ type: "seen", email: "nobody@example.com" }, "email"],
    [{ type: "seen", email: "no address" }, "email"],
    [{ type: "seen" }, "email"],
    [{ type: "seen", email: "zoe@example.com", personId: zoe.id }, "email"],
    [{ type: "seen", personId: "per_x" }, "personId"],
    [{ type: "open", email: "zoe@example.com" }, "type"],
    [{ type: "page.viewed", email: "zoe@example.com", url: "https://a.example/" }, "type"],
    [{ type: "seen", email: "zoe@example.com", url: "javascript:alert(1)" }, "url"],
    [{ type: "seen", email: "zoe@example.com", at: new Date(tuesday + 10 * minute).toISOString() }, "at"],
    [{ type: "seen", email: "zoe@example.com", properties: { deep: { er: 1 } } }, "properties.deep"],
    [{ type: "purchase", id: "o", email: "zoe@example.com", amount: -1 }, "amount"],
    [{ type: "purchase", email: "zoe@example.com", amount: 1 }, "id"],
  ])("are refused with the field and what would mend it: %j", async (event, field) => {
    const answer = await send(event);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: "invalid-request", field, remedy: expect.stringMatching(/\w/) });
  });

  it("never fail, whatever is sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.record({ type: fc.string(), email: fc.string(), id: fc.anything() })), async (body) => {
        const answer = await send(JSON.stringify(body ?? null), { "content-type": "application/json" });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    expect(api.errors).toEqual([]);
  }, 120_000);

  it("are a key's with the scope for them, and no viewer's", async () => {
    const key = await api.keyWith(["events:write"]);

    expect((await api.ask(key, "POST", "/api/events", { type: "seen", email: "zoe@example.com" })).status).toBe(200);
    expect((await api.ask("viewer", "POST", "/api/events", { type: "seen", email: "zoe@example.com" })).status).toBe(403);
  });
});
