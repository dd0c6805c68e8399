import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { day } from "#core/time/instant.ts";
import { drain } from "#functions/work/drain.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { aDelivery, aSubmission } from "#tests/functions/adapters/examples.ts";
import { anApi, type TestApi } from "./an-api.ts";

let born = 0;
/** Somebody else each time. */
function another(change: Partial<Person> = {}): Person {
  const id = deterministicId("person", tuesday, String(++born));
  const email = change.email ?? `p${born}@example.com`;
  return aProspect({ id, email, addressHash: hashAddress(email), ...change });
}

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe("people, over the API", () => {
  let api: TestApi;
  let zoe: Person;
  beforeEach(async () => {
    api = await anApi();
    zoe = await api.store(another());
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const named = (first: string, last: string, company: string): Person => {
    const answer = (value: string) => ({ value, at: tuesday, from: "test" });
    const attributes = { firstName: answer(first), lastName: answer(last), company: answer(company) };
    return another({ email: `${first}.${last}@${company}.example`.toLowerCase(), attributes });
  };
  const names = async (query: string) => (await api.ask("viewer", "GET", `/api/people?${query}`)).body;

  describe("are found", () => {
    it("by the beginning of a name, without its accents", async () => {
      const found = await api.store(named("Éloïse", "Lefèvre", "Menuiserie"));

      expect(await names("q=elo")).toMatchObject({ items: [{ id: found.id }] });
      expect(await names("q=LEFE%20elo")).toMatchObject({ items: [{ id: found.id }] });
    });

    it("by company and by address", async () => {
      const found = await api.store(named("Paul", "Martin", "Tisserand"));

      expect(await names("q=tisser")).toMatchObject({ items: [{ id: found.id }] });
      expect(await names("q=paul.martin@tisserand.ex")).toMatchObject({ items: [{ id: found.id }] });
    });

    it("not by a word they have no more", async () => {
      const person = await api.store(named("Paul", "Martin", "Tisserand"));
      await api.ask("sales", "PATCH", `/api/people/${person.id}`, { attributes: { company: "Filature" } });

      expect(await names("q=tisserand%20paul")).toMatchObject({ items: [{ id: person.id }] });
      expect(await names("q=filat")).toMatchObject({ items: [{ id: person.id }] });
      expect(await names("q=nobody")).toEqual({ items: [], next: null });
    });

    it("by the domain of their address, though nobody is looked up by an ending that half of everybody has", async () => {
      const found = await api.store(another({ email: "jo@lu-x.com" }));
      const paris = await api.store(another({ email: "jo@atelier.paris" }));

      expect(await names("q=lu-x.com")).toMatchObject({ items: [{ id: found.id }] });
      expect(await names("q=com%20lu")).toMatchObject({ items: [{ id: found.id }] });
      expect(await names("q=paris")).toMatchObject({ items: [{ id: paris.id }] });
      expect(await api.workshop.stores.search.find({ word: "com" }, { limit: 5 })).toMatchObject({ items: [] });
    });

    it("in the order of their names, page by page", async () => {
      for (const last of ["Zola", "Abadie", "Martin"]) await api.store(named("A", last, "x"));

      const first = await api.ask("viewer", "GET", "/api/people?sort=name&limit=2");
      const { next } = first.body as { next: string };
      const second = await api.ask("viewer", "GET", `/api/people?sort=name&limit=2&cursor=${next}`);

      expect(first.body).toMatchObject({ items: [{ name: "A Abadie" }, { name: "A Martin" }] });
      expect(second.body).toMatchObject({ items: [expect.anything(), { name: "A Zola" }] });
    });

    it("in a stage, who has been there longest first", async () => {
      const late = another({ stage: { value: "proposal" as const, since: tuesday, because: { rule: "x" } } });
      const early = another({ stage: { value: "proposal" as const, since: tuesday - day, because: { rule: "x" } } });
      await api.store(late);
      await api.store(early);

      expect(await names("stage=proposal")).toMatchObject({ items: [{ id: early.id }, { id: late.id }] });
    });

    it("not with a cursor that is none of ours", async () => {
      expect(await api.ask("viewer", "GET", "/api/people?sort=name&cursor=rubbish")).toMatchObject({
        status: 400,
        body: { field: "cursor" },
      });
    });
  });

  describe("are added by hand", () => {
    const marc = { email: " Marc.Petit@example.com ", firstName: "Marc", company: "Petit Frères" };

    it("with what we may rest on, which their page and their history keep; and it is no action of theirs", async () => {
      const { status, body } = await api.ask("sales", "POST", "/api/people", { ...marc, basis: "consent", proof: "Asked at the fair" });

      expect({ status, body }).toMatchObject({
        status: 201,
        body: { name: "Marc", consent: [{ basis: "consent", source: "hand", text: "Asked at the fair" }], lastActionAt: null, call: null },
      });
      expect(await names("q=petit%20fr")).toMatchObject({ items: [{ name: "Marc" }] });
      const { id } = body as { id: string };
      expect(JSON.stringify((await api.ask("viewer", "GET", `/api/people/${id}/timeline`)).body)).toContain("consent.given");
    });

    it("once: who has the address already is named", async () => {
      const first = await api.ask("sales", "POST", "/api/people", { ...marc, basis: "none" });
      const again = await api.ask("sales", "POST", "/api/people", { ...marc, email: "marc.petit@EXAMPLE.com", basis: "none" });

      expect(first).toMatchObject({ status: 201, body: { consent: [] } });
      const { id } = first.body as { id: string };
      expect(again).toMatchObject({ status: 409, body: { field: "email", remedy: expect.stringContaining(id) } });
    });

    it("not with a basis that nobody could prove, nor with an address that is none", async () => {
      expect(await api.ask("sales", "POST", "/api/people", { ...marc, basis: "consent" })).toMatchObject({
        status: 400,
        body: { field: "proof" },
      });
      expect(await api.ask("sales", "POST", "/api/people", { email: "nobody", basis: "none" })).toMatchObject({
        status: 400,
        body: { field: "email" },
      });
    });
  });

  it("are found by who looks after them, and by a tag in full", async () => {
    await api.ask("sales", "PATCH", `/api/people/${zoe.id}`, { owner: "Lea@lumen.example", tags: { add: ["salon lyon"], remove: [] } });

    expect(await names("owner=lea@lumen.example")).toMatchObject({ items: [{ id: zoe.id }] });
    expect(await names("tag=salon%20lyon&owner=lea@lumen.example")).toMatchObject({ items: [{ id: zoe.id }] });
    expect(await names("tag=salon")).toEqual({ items: [], next: null });
  });

  it("have lists that are given another name; everybody's only by who may change people", async () => {
    const made = await api.ask("sales", "POST", "/api/views", { name: "Mine", query: { stage: "proposal" } });
    const shared = await api.ask("sales", "POST", "/api/views", { name: "Ours", shared: true, query: {} });
    const [{ id }, { id: ours }] = [made.body as { id: string }, shared.body as { id: string }];

    const renamed = await api.ask("sales", "PUT", `/api/views/${id}`, { name: "Quotes", query: { stage: "proposal" } });

    expect(renamed).toMatchObject({ status: 200, body: { id, name: "Quotes", shared: false } });
    expect((await api.ask("viewer", "PUT", `/api/views/${ours}`, { name: "x", query: {} })).status).toBe(403);
    expect((await api.ask("marketer", "PUT", `/api/views/${id}`, { name: "x", query: {} })).status).toBe(404);
  });

  describe("are changed by hand", () => {
    it("to another stage, with a reason that the timeline and the log keep", async () => {
      const { status, body } = await api.ask("sales", "POST", `/api/people/${zoe.id}/stage`, {
        stage: "proposal",
        reason: "Visit went well",
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({ stage: "proposal", stageBecause: { text: { en: "Visit went well" } } });
      const { body: audited } = await api.ask("owner", "GET", "/api/audit");
      expect(audited).toMatchObject({ items: [{ action: "stage.set", from: zoe.stage.value, to: "proposal", reason: "Visit went well" }] });
      const { body: timeline } = await api.ask("viewer", "GET", `/api/people/${zoe.id}/timeline`);
      expect(JSON.stringify(timeline)).toContain("Visit went well");
    });

    it("but not to another stage without a reason", async () => {
      const { status, body } = await api.ask("sales", "POST", `/api/people/${zoe.id}/stage`, { stage: "won", reason: " " });

      expect({ status, body }).toMatchObject({ status: 400, body: { field: "reason", code: "invalid-request" } });
    });

    it("in tags, owner and value", async () => {
      const edit = { tags: { add: [" Salon  Lyon "], remove: [] }, owner: "lea@lumen.example", value: { amount: 900, currency: "EUR" } };

      const { body } = await api.ask("sales", "PATCH", `/api/people/${zoe.id}`, edit);

      expect(body).toMatchObject({ tags: ["salon lyon"], owner: "lea@lumen.example", value: { amount: 900, currency: "EUR" } });
      expect(await names(`q=${encodeURIComponent("#salon lyon")}`)).toMatchObject({ items: [{ id: zoe.id }] });
      const { body: taken } = await api.ask("sales", "PATCH", `/api/people/${zoe.id}`, {
        tags: { remove: ["salon lyon"] },
        owner: null,
        value: null,
      });
      expect(taken).toMatchObject({ tags: [], owner: null, value: null });
    });

    it("only in attributes that are declared, with values that they may have", async () => {
      expect(await api.ask("sales", "PATCH", `/api/people/${zoe.id}`, { attributes: { __proto__x: "1" } })).toMatchObject({
        status: 400,
        body: { field: "attributes.__proto__x" },
      });
    });

    it("once, however often the same request is sent", async () => {
      const headers = { "idempotency-key": "note-1" };
      const note = { text: "Wants a visit in May." };

      const first = await api.ask("sales", "POST", `/api/people/${zoe.id}/notes`, note, headers);
      const again = await api.ask("sales", "POST", `/api/people/${zoe.id}/notes`, note, headers);
      const other = await api.ask("sales", "POST", `/api/people/${zoe.id}/notes`, { text: "Other" }, headers);

      expect(again.text).toBe(first.text);
      expect(again.headers.get("idempotency-replayed")).toBe("true");
      expect(other).toMatchObject({ status: 422, body: { code: "idempotency-key-reused" } });
      const { body } = await api.ask("viewer", "GET", `/api/people/${zoe.id}/timeline`);
      expect((body as { items: { type: string }[] }).items.filter(({ type }) => type === "note.written")).toHaveLength(1);
    });
  });

  describe("in sequences", () => {
    it("are put in by hand, whoever the audience is, and taken out again", async () => {
      const entered = await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      const twice = await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      const left = await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences/stop`, { sequence: "demo" });

      expect(entered).toMatchObject({ status: 200, body: { enrollments: [{ sequence: "demo", status: "active" }] } });
      expect(twice).toMatchObject({ status: 409, body: { field: "sequence" } });
      expect(left).toMatchObject({ status: 200, body: { enrollments: [{ status: "ended", ending: "stopped" }] } });
    });

    it("get no mail while they are paused, and may get it again after", async () => {
      await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      const paused = await api.ask("sales", "POST", `/api/people/${zoe.id}/pause`, { reason: "Asked us to wait" });
      const refused = await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      await drain(api.workshop, { timeMs: 30_000, log });

      expect(paused).toMatchObject({ body: { paused: true, enrollments: [{ status: "ended", ending: "stopped" }] } });
      expect(refused.status).toBe(409);
      expect(api.workshop.mails).toEqual([]);

      await api.ask("sales", "POST", `/api/people/${zoe.id}/resume`, { reason: "Called back" });
      await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      await drain(api.workshop, { timeMs: 30_000, log });
      expect(api.workshop.mails).toHaveLength(1);
    });

    it("have each mail shown as it was sent, whatever they or the template have become", async () => {
      await api.ask("sales", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" });
      await drain(api.workshop, { timeMs: 30_000, log });
      const [sent] = api.workshop.mails;
      await api.ask("sales", "PATCH", `/api/people/${zoe.id}`, { attributes: { firstName: "Zephyrine" } });

      const timeline = (await api.ask("viewer", "GET", `/api/people/${zoe.id}/timeline`)).body as {
        items: { message: { id: string } | null }[];
      };
      const id = timeline.items.find(({ message }) => message !== null)?.message?.id ?? "";
      const { body } = await api.ask("viewer", "GET", `/api/people/${zoe.id}/mails/${id}`);

      const withoutLinks = (html: string) => html.replaceAll(/https:\/\/relance\.example\/u\/[\w.-]+/g, "#");
      expect(body).toMatchObject({ subject: sent?.subject, to: zoe.email, html: withoutLinks(sent?.html ?? "") });
    });
  });

  describe("are called", () => {
    const replied = (): Promise<Person> => api.store(another({ touch: { repliedAt: tuesday - 1 } }));
    const today = async () => (await api.ask("sales", "GET", "/api/calls")).body as { items: { person: { id: string } }[] };

    it("once there is a reason, and no more once somebody has", async () => {
      const person = await replied();
      await api.ask("sales", "POST", `/api/people/${person.id}/notes`, { text: "judges anew" });
      expect(await today()).toMatchObject({ items: [{ person: { id: person.id, call: { reasons: [{ code: "replied" }] } }, last: {} }] });

      const done = await api.ask("sales", "POST", `/api/people/${person.id}/calls`, { outcome: "reached", text: "Sends plans" });

      expect(done).toMatchObject({ status: 200, body: { call: null } });
      expect(await today()).toMatchObject({ items: [] });
    });

    it("again tomorrow where nobody answered", async () => {
      const person = await replied();
      await api.ask("sales", "POST", `/api/people/${person.id}/calls`, { outcome: "no-answer" });
      expect(await today()).toMatchObject({ items: [] });

      api.workshop.now += 2 * day;
      await drain(api.workshop, { timeMs: 30_000, log });

      expect(await today()).toMatchObject({ items: [{ person: { id: person.id, call: { reasons: [{ code: "promised" }] } } }] });
    });

    it("later when put off", async () => {
      const person = await replied();
      const until = new Date(tuesday + 3 * day).toISOString();
      await api.ask("sales", "POST", `/api/people/${person.id}/snooze`, { until });
      expect(await today()).toMatchObject({ items: [] });

      api.workshop.now += 4 * day;
      await drain(api.workshop, { timeMs: 30_000, log });

      expect(await today()).toMatchObject({ items: [{ person: { id: person.id } }] });
    });

    it("not at an instant that has passed", async () => {
      expect(await api.ask("sales", "POST", `/api/people/${zoe.id}/snooze`, { until: "2020-01-01T00:00:00Z" })).toMatchObject({
        status: 400,
        body: { field: "until" },
      });
    });
  });

  describe("many at once", () => {
    it("are tagged, and a second time nothing is done twice", async () => {
      const people = await Promise.all(Array.from({ length: 60 }, () => api.store(another())));
      const ids = people.map(({ id }) => id);

      const { status, body } = await api.ask("sales", "POST", "/api/people/bulk", { act: { act: "tag", tag: "Foire" }, ids });

      expect({ status, body }).toMatchObject({ status: 202, body: { state: "done", done: 60, refused: 0, of: 60 } });
      expect(await names(`q=${encodeURIComponent("#foire")}&limit=100`)).toMatchObject({ items: { length: 18 }, next: expect.any(String) });
    });

    it("are put into a sequence, each refusal with its reason", async () => {
      const suppressed = await api.store(another({ suppressed: { reason: "unsubscribed", at: 1 } }));

      const { body } = await api.ask("sales", "POST", "/api/people/bulk", {
        act: { act: "enter", sequence: "demo" },
        ids: [zoe.id, suppressed.id],
      });

      expect(body).toMatchObject({
        state: "done",
        done: 1,
        refused: 1,
        refusals: [{ personId: suppressed.id, code: "suppressed-unsubscribed" }],
      });
    });

    it("are everybody whom a list shows; what is not done at once goes on by itself", async () => {
      await Promise.all(Array.from({ length: 230 }, () => api.store(another())));

      const made = await api.ask("sales", "POST", "/api/people/bulk", { act: { act: "tag", tag: "tous" }, query: { sort: "name" } });
      const { id } = made.body as { id: string };
      api.workshop.now += 1_000;
      await drain(api.workshop, { timeMs: 60_000, log });

      expect((await api.ask("viewer", "GET", `/api/jobs/${id}`)).body).toMatchObject({ state: "done", done: 231 });
    });

    it("are exported, with nothing a spreadsheet would run", async () => {
      await api.store(named("=cmd|' /C calc'!A0", "Martin", "@SUM"));

      const { body } = await api.ask("marketer", "GET", "/api/people/export");

      const { csv } = body as { csv: string };
      expect(csv).toContain("'=cmd");
      expect(csv).toContain("'@SUM");
      expect(csv.split("\r\n")[0]).toMatch(/^id,email,/);
    });
  });

  describe("have a right", () => {
    it("to all that is known of them", async () => {
      await api.ask("sales", "POST", `/api/people/${zoe.id}/notes`, { text: "Likes warm light" });

      const { body } = await api.ask("owner", "GET", `/api/people/${zoe.id}/file`);

      expect(body).toMatchObject({ person: { id: zoe.id, email: zoe.email }, timeline: [{ data: { text: "Likes warm light" } }] });
    });

    it("to what was kept apart as a machine's though it was theirs; and it goes with them", async () => {
      const { submissions } = api.workshop.stores;
      const apart = aSubmission({ status: "discarded", source: "form:demo" });
      const own = { ...apart, extracted: { ...apart.extracted, email: zoe.email.toUpperCase(), message: "From me" } };
      await submissions.keep(aDelivery(own));
      await submissions.accept(own);
      const other = aSubmission({ status: "quarantined", source: "form:demo" });
      await submissions.accept(other);
      expect((await api.ask("owner", "GET", `/api/people/${zoe.id}/file`)).body).toMatchObject({
        keptApart: [{ id: own.id, status: "discarded", extracted: { message: "From me" } }],
      });

      await api.ask("owner", "POST", `/api/people/${zoe.id}/erase`, { reason: "Asked us to" });

      expect(await submissions.find("form:demo", own.extracted.eventId)).toBeUndefined();
      expect(await submissions.delivery(own.id)).toBeUndefined();
      expect(await submissions.apartOf(zoe.addressHash)).toEqual([]);
      expect(await submissions.find("form:demo", other.extracted.eventId), "somebody else's stays").toBeDefined();
    });

    it("to be forgotten, wholly; and an address that must not be written to is still known", async () => {
      await api.workshop.stores.addresses.suppress(zoe.addressHash, { reason: "unsubscribed", at: 1, from: "x" });
      await api.ask("sales", "POST", `/api/people/${zoe.id}/notes`, { text: "x" });

      const { status } = await api.ask("owner", "POST", `/api/people/${zoe.id}/erase`, { reason: "Asked us to" });

      expect(status).toBe(204);
      expect((await api.ask("viewer", "GET", `/api/people/${zoe.id}`)).status).toBe(404);
      expect(await names(`email=${encodeURIComponent(zoe.email)}`)).toMatchObject({ items: [] });
      expect((await api.workshop.stores.timeline.page(zoe.id, { limit: 5 })).items).toEqual([]);
      expect(await api.workshop.stores.addresses.find(zoe.addressHash)).toMatchObject({
        personId: undefined,
        suppression: { reason: "unsubscribed" },
      });
      expect(api.workshop.events.at(-1)).toMatchObject({ type: "person.erased", data: { personId: zoe.id } });
    });
  });
});
