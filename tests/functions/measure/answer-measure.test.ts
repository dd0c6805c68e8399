import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#core/person/person.ts";
import { consoleToken } from "#core/secret/derive-key.ts";
import { makeToken } from "#core/token/make-token.ts";
import { answerMeasure } from "#functions/measure/answer-measure.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { aWorkshop, type TestWorkshop } from "#tests/functions/work/a-workshop.ts";

const agreed = { basis: "consent", at: tuesday, source: "form:demo" } as const;
const log = { info: () => undefined, warn: () => undefined, error: (message: string) => expect.fail(message) };

describe("looks at the company's pages", () => {
  let workshop: TestWorkshop;
  const opened: TestWorkshop[] = [];
  beforeEach(async () => {
    workshop = await aWorkshop(tuesday);
    opened.push(workshop);
  });
  afterAll(() => Promise.all(opened.map((one) => one.close())));

  const tokenOf = async (person: Person) =>
    makeToken(await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32)), "measure", { personId: person.id });
  const look = (body: string | Uint8Array, method = "POST") => answerMeasure(workshop, log)(httpEvent({ method, path: "/m", body }));
  const looks = async (person: Person) => (await workshop.stores.timeline.page(person.id, { limit: 100 })).items.length;

  it("are kept of who agreed to be measured, by the path alone, once a minute", async () => {
    const zoe = aProspect({ consent: { marketing: agreed, measurement: agreed }, lastActionAt: 5 });
    await workshop.stores.people.create(zoe);
    const body = JSON.stringify({ token: await tokenOf(zoe), url: "https://atelier-lumen.example/tarifs?email=zoe@example.com#top" });

    expect((await look(body)).statusCode).toBe(204);
    expect((await look(body)).statusCode).toBe(204);

    const { items } = await workshop.stores.timeline.page(zoe.id, { limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ entry: { data: { name: "page.viewed", url: "https://atelier-lumen.example/tarifs" } } });
    expect((await workshop.stores.people.dossier(zoe.id))?.person.lastActionAt, "a look prolongs nothing").toBe(5);
  });

  it("are not kept of who has not agreed, or no longer does", async () => {
    for (const consent of [{ marketing: agreed }, { measurement: { ...agreed, withdrawnAt: tuesday } }]) {
      const person = aProspect({ consent, id: `per_${"0".repeat(25)}${Object.keys(consent).length}${""}` as Person["id"] });
      await workshop.stores.people.create(person);

      expect((await look(JSON.stringify({ token: await tokenOf(person), url: "https://a.example/" }))).statusCode).toBe(204);
      expect(await looks(person)).toBe(0);
    }
  });

  it("are answered alike whatever is sent, and taken by no other token", async () => {
    const zoe = aProspect({ consent: { measurement: agreed } });
    await workshop.stores.people.create(zoe);
    const rootKey = await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32));
    const url = "https://a.example/";
    const bodies = [
      "",
      "{",
      "null",
      JSON.stringify({ token: makeToken(rootKey, "unsubscribe", { personId: zoe.id }), url }),
      JSON.stringify({ token: consoleToken(rootKey), url }),
      JSON.stringify({ token: await tokenOf(zoe), url: "javascript:alert(1)" }),
      JSON.stringify({ token: await tokenOf(zoe), url: `https://a.example/${"a".repeat(5_000)}` }),
      Uint8Array.of(0xff, 0xfe, 0x00),
    ];

    for (const body of bodies) expect(await look(body)).toMatchObject({ statusCode: 204, body: "" });

    expect(await looks(zoe)).toBe(0);
  });

  it("of one person are no more than thirty a minute", async () => {
    const zoe = aProspect({ consent: { measurement: agreed } });
    await workshop.stores.people.create(zoe);
    const token = await tokenOf(zoe);

    for (let page = 0; page < 40; page++) await look(JSON.stringify({ token, url: `https://a.example/${page}` }));

    expect(await looks(zoe)).toBe(30);
  });

  it("are told by a snippet of less than 2 KB", async () => {
    const answer = await answerMeasure(workshop, log)(httpEvent({ path: "/m.js" }));

    expect(answer).toMatchObject({ statusCode: 200, headers: { "content-type": "text/javascript; charset=utf-8" } });
    expect(Buffer.byteLength(answer.body ?? "")).toBeLessThan(2_048);
  });
});
