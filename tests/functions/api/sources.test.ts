import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceViewSchema } from "#contract/api.ts";
import { day } from "#core/time/instant.ts";
import { anApi, type Asked, type TestApi } from "./an-api.ts";

const sourceOf = (asked: Asked) => sourceViewSchema.parse(asked.body);

describe("sources", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.workshop.close());
  const made = async (body: Readonly<Record<string, unknown>> = {}) =>
    sourceOf(await api.ask("marketer", "POST", "/api/sources", { kind: "json", name: "Boutique", ...body }));
  const stored = (id: string) => api.workshop.stores.sources.find(id);

  it("are made with an address nobody can guess where nothing is signed, and by their id alone where it is", async () => {
    const unsigned = await made();
    expect(unsigned).toMatchObject({ signed: false, secrets: [], enabled: true, rev: 1, basis: "consent" });
    expect(unsigned.url).toMatch(new RegExp(`^https://relance\\.example/hooks/${unsigned.id}/[\\w-]{24}$`));

    const signed = await made({ secret: "lumen-secret" });
    expect(signed.url).toBe(`https://relance.example/hooks/${signed.id}`);
    expect(signed).toMatchObject({ signed: true, secrets: [{ until: null }] });
  });

  it("never tell a secret again: not in an answer, not in a list, not in the log", async () => {
    const { id } = await made({ secret: "lumen-secret-1", accessToken: "vendor-token-1" });
    await api.ask("marketer", "POST", `/api/sources/${id}/secrets`, { secret: "lumen-secret-2" });
    const answers = [
      await api.ask("owner", "GET", `/api/sources/${id}`),
      await api.ask("owner", "GET", "/api/sources"),
      await api.ask("owner", "GET", "/api/audit?limit=100"),
    ];

    for (const { text } of answers) expect(text).not.toMatch(/lumen-secret|vendor-token/);
    expect(answers[2]?.text).toContain("source.secret-rotated");
  });

  it("give whoever arrives a stage, tags and somebody to look after them, or say what is wrong with those", async () => {
    const source = await made({ stage: "qualification", tags: ["Salon  2026", "salon 2026"], owner: "Lea@Lumen.example" });
    expect(source).toMatchObject({ stage: "qualification", tags: ["salon 2026"], owner: "lea@lumen.example" });

    const refused = await api.ask("marketer", "PATCH", `/api/sources/${source.id}`, { owner: "nobody" });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ field: "owner", remedy: expect.any(String) });

    const without = sourceOf(await api.ask("marketer", "PATCH", `/api/sources/${source.id}`, { owner: null, stage: null }));
    expect(without).toMatchObject({ owner: null, stage: null, tags: ["salon 2026"] });
  });

  it("change only for who read what they are now", async () => {
    const { id } = await made();
    const read = await api.ask("marketer", "GET", `/api/sources/${id}`);
    expect(read.headers.get("etag")).toBe('"1"');
    const first = await api.ask("marketer", "PATCH", `/api/sources/${id}`, { name: "Atelier" }, { "if-match": '"1"' });
    const second = await api.ask("marketer", "PATCH", `/api/sources/${id}`, { name: "Magasin" }, { "if-match": '"1"' });

    expect(sourceOf(first)).toMatchObject({ name: "Atelier", rev: 2 });
    expect(second).toMatchObject({ status: 412, body: { code: "source-changed", field: "If-Match" } });
    expect((await stored(id))?.name).toBe("Atelier");
  });

  it("refuse a mapping that cannot work, naming the field", async () => {
    const { id } = await made({ mapping: { email: "a.b" } });
    const refused = await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: { email: "a..b" } });

    expect(refused).toMatchObject({ status: 400, body: { field: "mapping.email" } });
    expect(sourceOf(await api.ask("marketer", "PATCH", `/api/sources/${id}`, { mapping: null })).mapping).toBeNull();
  });

  it("change their secret without a gap: the old one stays for so many days, and may be taken away at once", async () => {
    const { id } = await made({ secret: "lumen-secret-1" });
    const rotated = await api.ask("marketer", "POST", `/api/sources/${id}/secrets`, { keepDays: 7 });
    expect(rotated).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_[\w+/]{32}$/) } });
    const { secrets } = sourceOf(rotated);
    expect(secrets).toHaveLength(2);
    expect(Date.parse(secrets[1]?.until ?? "")).toBe(api.workshop.now + 7 * day);

    const gone = await api.ask("marketer", "DELETE", `/api/sources/${id}/secrets/${secrets[1]?.id}`);
    expect(gone.status).toBe(204);
    expect(await stored(id)).toMatchObject({ secrets: [expect.stringMatching(/^whsec_/)], retiring: [] });

    const last = await api.ask("marketer", "DELETE", `/api/sources/${id}/secrets/${secrets[0]?.id}`);
    expect(last).toMatchObject({ status: 409, body: { field: "secret" } });
  });

  it("change the token of their address, the old one staying for a while", async () => {
    const before = await made();
    const after = sourceOf(await api.ask("marketer", "POST", `/api/sources/${before.id}/address`, { keepDays: 2 }));

    expect(after.url).not.toBe(before.url);
    expect(Date.parse(after.oldAddressUntil ?? "")).toBe(api.workshop.now + 2 * day);
    const signed = await made({ secret: "lumen-secret" });
    expect((await api.ask("marketer", "POST", `/api/sources/${signed.id}/address`, {})).status).toBe(409);
  });

  it("are disabled, enabled and deleted, and a deleted one keeps nothing that opens anything", async () => {
    const { id } = await made({ accessToken: "vendor-token-1" });
    expect(sourceOf(await api.ask("marketer", "PATCH", `/api/sources/${id}`, { enabled: false })).enabled).toBe(false);
    expect(sourceOf(await api.ask("marketer", "PATCH", `/api/sources/${id}`, { enabled: true })).enabled).toBe(true);

    expect((await api.ask("marketer", "DELETE", `/api/sources/${id}`)).status).toBe(204);
    expect((await api.ask("marketer", "GET", `/api/sources/${id}`)).status).toBe(404);
    expect((await api.ask("marketer", "GET", "/api/sources")).text).not.toContain(id);
    const source = await stored(id);
    expect(source?.secrets).toEqual([]);
    expect(source).not.toHaveProperty("tokens");
    expect(source).not.toHaveProperty("accessToken");
  });

  it("are shown to sales and changed by marketers and owners alone", async () => {
    const { id } = await made();
    expect((await api.ask("sales", "GET", "/api/sources")).status).toBe(200);
    for (const [method, path, body] of [
      ["POST", "/api/sources", { kind: "json", name: "x" }],
      ["PATCH", `/api/sources/${id}`, { enabled: false }],
      ["DELETE", `/api/sources/${id}`, undefined],
      ["POST", `/api/sources/${id}/secrets`, {}],
      ["POST", `/api/sources/${id}/address`, {}],
    ] as const) {
      expect((await api.ask("sales", method, path, body)).status).toBe(403);
    }
    expect(api.errors).toEqual([]);
  });
});
