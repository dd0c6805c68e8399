import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anApi, type TestApi } from "./an-api.ts";

describe("people who are likely to be in the base twice", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const ask = (method: string, path: string, body?: unknown, who: "sales" | "viewer" | "owner" = "sales") =>
    api.ask(who, method, path, body);
  const add = async (email: string, more: object = {}): Promise<string> => {
    const added = await ask("POST", "/api/people", { email, basis: "none", ...more });
    const { id } = added.body as { id: string };
    return id;
  };
  const found = async (id: string) => (await ask("GET", `/api/people/${id}/duplicates`, undefined, "viewer")).body;

  it("are suggested as soon as both are there, with the reason and how sure it is", async () => {
    const one = await add("anne.martin@gmail.com", { firstName: "Anne", lastName: "Martin", phone: "06 12 34 56 78" });
    const other = await add("annemartin+salon@gmail.com", { phone: "+33 6 12 34 56 78" });

    expect(await found(one)).toMatchObject({
      items: [{ person: { id: other }, confidence: 0.96, reasons: [{ kind: "mailbox" }, { kind: "phone" }] }],
    });
    expect((await ask("GET", "/api/people/duplicates")).body).toMatchObject({ items: [{ confidence: 0.96 }], next: null });
  });

  it("come the surest first, page by page, and go when they are merged", async () => {
    await add("a@x.example", { firstName: "Anne", lastName: "Roy", company: "Atelier" });
    await add("a@y.example", { firstName: "Anne", lastName: "Roy", company: "Atelier SARL" });
    const one = await add("bea@gmail.com");
    const other = await add("b.e.a@gmail.com");

    const first = (await ask("GET", "/api/people/duplicates?limit=1")).body as { next: string };
    expect(first).toMatchObject({ items: [{ reasons: [{ kind: "mailbox" }] }], next: expect.any(String) });
    const second = await ask("GET", `/api/people/duplicates?limit=1&cursor=${first.next}`);
    expect(second.body).toMatchObject({ items: [{ reasons: [{ kind: "name-company" }] }] });

    await ask("POST", `/api/people/${one}/merge`, { other });
    expect(await found(one)).toMatchObject({ items: [] });
    await ask("POST", `/api/people/${one}/unmerge`);
    expect(await found(one)).toMatchObject({ items: [{ person: { id: other } }] });
  });

  it("are not suggested again once somebody has said that they are not the same, until that is taken back", async () => {
    const one = await add("anne@gmail.com", { phone: "0612345678" });
    const other = await add("paul@x.example", { phone: "0612345678" });
    expect(await found(other)).toMatchObject({ items: [{ person: { id: one } }] });

    expect((await ask("POST", `/api/people/${one}/different`, { other })).status).toBe(204);
    await ask("PATCH", `/api/people/${other}`, { attributes: { phone: "06.12.34.56.78", company: "Nouvelle" } });

    expect(await found(one)).toMatchObject({ items: [] });
    expect((await ask("GET", "/api/people/duplicates")).body).toMatchObject({ items: [] });
    await ask("POST", `/api/people/${other}/different`, { other: one, different: false });
    expect(await found(one)).toMatchObject({ items: [{ person: { id: other } }] });
  });

  it("are none any more when what they had in common has changed", async () => {
    const one = await add("anne@x.example", { phone: "0612345678" });
    await add("paul@x.example", { phone: "0612345678" });

    await ask("PATCH", `/api/people/${one}`, { attributes: { phone: "0699999999" } });
    await add("lea@z.example", { phone: "0612345678" });

    expect(await found(one)).toMatchObject({ items: [] });
    expect((await ask("GET", "/api/people/duplicates")).body).toMatchObject({ items: [{ confidence: 0.6 }] });
  });

  it("leave nothing behind when one of them is erased", async () => {
    const one = await add("anne@gmail.com", { phone: "0612345678" });
    const other = await add("paul@x.example", { phone: "0612345678" });

    await ask("POST", `/api/people/${one}/erase`, { reason: "demande" }, "owner");

    expect(await api.workshop.stores.duplicates.of(other as `per_${string}`)).toEqual([]);
    expect(await api.workshop.stores.duplicates.share("phone +33612345678", other as `per_${string}`)).toEqual([]);
    expect((await ask("GET", "/api/people/duplicates")).body).toMatchObject({ items: [] });
  });
});
