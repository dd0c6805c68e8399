import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { day } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

describe("merging two people, over the API", () => {
  let api: TestApi;
  let anne: Person;
  let other: Person;
  beforeEach(async () => {
    api = await anApi();
    const somebody = (name: string, value: string): Person =>
      aProspect({
        id: deterministicId("person", tuesday, name),
        email: `${name}@example.com`,
        addressHash: `hash-${name}`,
        attributes: { company: { value, at: tuesday, from: "test" } },
      });
    anne = await api.store(somebody("anne", "Atelier"));
    other = await api.store({ ...somebody("anne.martin", "Martin SARL"), consent: {} });
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const ask = (method: string, path: string, body?: unknown, who: "sales" | "viewer" | "owner" = "sales") =>
    api.ask(who, method, path, body);

  it("shows beforehand what there would be, and changes nothing by that", async () => {
    const seen = await ask("GET", `/api/people/${anne.id}/merge?other=${other.id}`, undefined, "viewer");

    expect(seen.body).toMatchObject({
      kept: { email: "anne@example.com" },
      other: { email: "anne.martin@example.com" },
      merged: { id: anne.id, email: "anne@example.com", aliases: ["anne.martin@example.com"], consent: [] },
      runs: [],
    });
    expect((await ask("GET", `/api/people/${anne.id}`)).body).toMatchObject({ aliases: [], mergedFrom: [] });
    const turned = await ask("GET", `/api/people/${anne.id}/merge?other=${other.id}&address=other`);
    expect(turned.body).toMatchObject({ merged: { email: "anne.martin@example.com", aliases: ["anne@example.com"] } });
  });

  it("merges, says until when it can be undone, and leads old links to the one who stays", async () => {
    const merged = await ask("POST", `/api/people/${anne.id}/merge`, { other: other.id });

    expect(merged.body).toMatchObject({
      person: { id: anne.id, aliases: ["anne.martin@example.com"], mergedFrom: [{ id: other.id, by: "test" }] },
      undoUntil: new Date(tuesday + 30 * day).toISOString(),
    });
    for (const path of ["", "/timeline?limit=5"]) {
      const old = await ask("GET", `/api/people/${other.id}${path}`);
      expect(old).toMatchObject({ status: 308, body: { code: "merged" } });
      expect(old.headers.get("location")).toBe(`/api/people/${anne.id}${path}`);
    }
    expect((await ask("POST", `/api/people/${other.id}/notes`, { text: "Bonjour" })).body).toMatchObject({ id: anne.id });
    expect((await ask("GET", "/api/people")).body).toMatchObject({ items: [{ id: anne.id }] });
    const log = await ask("GET", "/api/audit?kind=person", undefined, "owner");
    expect(log.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ action: "person.merged" })]) });
  });

  it("parts them again, once", async () => {
    await ask("POST", `/api/people/${anne.id}/merge`, { other: other.id });

    const parted = await ask("POST", `/api/people/${anne.id}/unmerge`);

    expect(parted.body).toMatchObject({ person: { id: anne.id, aliases: [], mergedFrom: [] }, other: { id: other.id } });
    expect((await ask("GET", `/api/people/${other.id}`)).status).toBe(200);
    expect(await ask("POST", `/api/people/${anne.id}/unmerge`)).toMatchObject({ status: 409, body: { field: "id" } });
  });

  it("covers both in what is given to the person and in lists", async () => {
    await ask("POST", `/api/people/${other.id}/notes`, { text: "Avant la fusion" });
    await ask("POST", `/api/people/${anne.id}/merge`, { other: other.id });

    const file = await ask("GET", `/api/people/${anne.id}/file`, undefined, "owner");
    expect(file.text).toContain("Avant la fusion");
    const csv = await ask("GET", "/api/people/export", undefined, "owner");
    expect(csv.body).toMatchObject({ people: 1, csv: expect.stringContaining("anne.martin@example.com") });
  });

  it("refuses what cannot be, and says what to do", async () => {
    const nobody = deterministicId("person", tuesday, "nobody");

    expect(await ask("POST", `/api/people/${anne.id}/merge`, { other: anne.id })).toMatchObject({ status: 409, body: { field: "other" } });
    expect(await ask("POST", `/api/people/${anne.id}/merge`, { other: nobody })).toMatchObject({ status: 404, body: { field: "other" } });
    expect(await ask("POST", `/api/people/${nobody}/merge`, { other: anne.id })).toMatchObject({ status: 404 });
    expect(await ask("GET", `/api/people/${anne.id}/merge?other=${nobody}`)).toMatchObject({ status: 404 });
    expect(await ask("POST", `/api/people/${anne.id}/merge`, { other: other.id }, "viewer")).toMatchObject({ status: 403 });
  });
});
