import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deterministicId } from "#core/id/id.ts";
import { day, minute } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { type Asked, type WholeApi, wholeApi } from "./whole-api.ts";

let api: WholeApi;
const people = Array.from({ length: 7 }, (_, index) =>
  aProspect({
    id: deterministicId("person", tuesday + index, "somebody"),
    email: `p${index}@example.com`,
    addressHash: `hash-${index}`,
    stage: { value: "proposal", since: tuesday + index, because: { rule: "test" } },
  }),
);

beforeAll(async () => {
  api = await wholeApi();
  for (const person of people) {
    await api.workshop.stores.people.create(person);
    await api.workshop.stores.search.index(person.id, ["acme"]);
  }
});
beforeEach(() => {
  api.workshop.now += minute;
});
afterAll(async () => {
  expect(api.errors).toEqual([]);
  await api.workshop.close();
});

const owner = () => api.tokens.get("owner");
const sales = () => api.tokens.get("sales");
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => api.ask("GET", path, { token: owner(), headers });
const [zoe] = people;
const notes = `/api/people/${zoe?.id}/notes`;
const note = (text: string, key: string, token = sales()) =>
  api.ask("POST", notes, { token, body: { text }, headers: { "idempotency-key": key } });
const notesOf = async (token = owner()) => {
  const { items } = (await api.ask("GET", `/api/people/${zoe?.id}/timeline?limit=100`, { token })).body as { items: { type: string }[] };
  return items.filter(({ type }) => type === "note.written").length;
};

describe("an Idempotency-Key", () => {
  it("makes a change once, and gives its answer again as it was", async () => {
    const before = await notesOf();
    const first = await note("Calls in May.", "once");
    const again = await note("Calls in May.", "once");

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
    expect(await notesOf()).toBe(before + 1);
  });

  it("is for one request: another body, address or method under it is refused", async () => {
    await note("One.", "one-request");

    const body = await note("Two.", "one-request");
    const address = await api.ask("POST", `/api/people/${people[1]?.id}/notes`, {
      token: sales(),
      body: { text: "One." },
      headers: { "idempotency-key": "one-request" },
    });
    const method = await api.ask("PATCH", `/api/people/${zoe?.id}`, {
      token: sales(),
      body: { text: "One." },
      headers: { "idempotency-key": "one-request" },
    });

    for (const answer of [body, address, method])
      expect(answer).toMatchObject({
        status: 422,
        body: { code: "idempotency-key-reused", field: "Idempotency-Key", remedy: expect.any(String) },
      });
  });

  it("is each caller's own", async () => {
    const before = await notesOf();
    await note("Mine.", "own");

    expect((await note("Theirs.", "own", api.tokens.get("marketer"))).status).toBe(200);
    expect(await notesOf()).toBe(before + 2);
  });

  it("lets one of several at once do it; the others are told to wait, or get its answer", async () => {
    const before = await notesOf();
    const all = await Promise.all(Array.from({ length: 8 }, () => note("At once.", "at-once")));

    expect(all.filter(({ status, headers }) => status === 200 && !headers.has("idempotency-replayed"))).toHaveLength(1);
    for (const answer of all.filter(({ status }) => status !== 200))
      expect(answer).toMatchObject({ status: 409, body: { code: "conflict", field: "Idempotency-Key" } });
    expect(await notesOf()).toBe(before + 1);
  });

  it("gives again what has no body, and what was refused", async () => {
    const member = await api.join("viewer", "leaving");
    const remove = () => api.ask("DELETE", `/api/team/${member.id}`, { token: owner(), headers: { "idempotency-key": "leave" } });
    const refuse = () => note("", "refused");

    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    const [first, second] = [await refuse(), await refuse()];
    expect([first.status, second.status]).toEqual([400, 400]);
    expect(second.headers.get("content-type")).toBe("application/problem+json");
    expect(second.text).toBe(first.text);
  });

  it("keeps no secret: a key's token is shown by the first answer alone, and stands nowhere", async () => {
    const make = () =>
      api.ask("POST", "/api/keys", {
        token: owner(),
        body: { name: "Shop", scopes: ["people:read"] },
        headers: { "idempotency-key": "key" },
      });
    const first = await make();
    const again = await make();

    const { token } = first.body as { token: string };
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 409, body: { code: "shown-once", remedy: expect.any(String) } });
    expect(again.text).not.toContain(token);
    expect(await api.contents()).not.toContain(token.split(".")[1]);
  });
});

describe("an entity tag", () => {
  it("saves who has an answer already from getting it again, until it is another", async () => {
    const first = await get("/api/team");
    const tag = first.headers.get("etag") ?? "";
    const same = await get("/api/team", { "if-none-match": tag });

    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(same).toMatchObject({ status: 304, text: "" });
    expect(same.headers.get("etag")).toBe(tag);
    expect(same.headers.get("cache-control")).toBe("private, no-cache");
    expect((await get("/api/team", { "if-none-match": `"x", W/${tag}` })).status).toBe(304);

    await api.join("viewer", "newcomer");
    expect((await get("/api/team", { "if-none-match": tag })).status).toBe(200);
  });

  it("opens nothing for who may not read", async () => {
    const tag = (await get("/api/keys")).headers.get("etag") ?? "";

    expect((await api.ask("GET", "/api/keys", { token: sales(), headers: { "if-none-match": tag } })).status).toBe(403);
    expect((await api.ask("GET", "/api/keys", { headers: { "if-none-match": "*" } })).status).toBe(401);
  });

  it("of a version lets nobody publish over what they have not read", async () => {
    const path = "/api/definitions/email/demo-5-au-revoir";
    const { headers, body } = await get(path);
    const { files } = body as { files: Record<string, string> };
    const changed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${text}\n<!-- x -->`]));
    const publish = (tag: string) => api.ask("POST", path, { token: owner(), body: { files: changed }, headers: { "if-match": tag } });

    expect(headers.get("etag")).toBe('"1"');
    expect(await publish('"7"')).toMatchObject({ status: 412, body: { code: "version-changed" } });
    expect((await publish('"0"')).status).toBe(412);
    for (const tag of ["*", "seven", '"1', "-1", '"1","2"']) expect((await publish(tag)).status, tag).toBe(400);
    expect((await get(path)).headers.get("etag")).toBe('"1"');
  });
});

describe("a cursor", () => {
  beforeAll(async () => {
    for (let count = 0; count < 6; count++) await note("For the log.", `log-${count}`);
  });
  const lists = {
    name: "/api/people?sort=name",
    stage: "/api/people?stage=proposal",
    score: "/api/people",
    words: "/api/people?q=acme",
    timeline: `/api/people/${zoe?.id}/timeline`,
    due: "/api/due",
    parked: "/api/parked",
    log: "/api/audit",
    calls: "/api/calls",
    versions: "/api/definitions/sequence/demo/versions",
  } as const;
  const page = (list: string, limit: number, cursor?: string) =>
    get(`${list}${list.includes("?") ? "&" : "?"}limit=${limit}${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
  /** Calls and work come with what is read of each, so a page of them is short. */
  const sizeOf = (name: string): number => (["calls", "due", "parked"].includes(name) ? 8 : 50);
  const idsOf = ({ body }: Asked) => (body as { items: { id: string }[] }).items.map(({ id }) => id);
  const nextOf = ({ body }: Asked) => (body as { next: string | null }).next;

  it.each(["name", "stage", "score", "log"] as const)("leads through the whole list once, whatever the page's size: %s", async (name) => {
    const whole = idsOf(await page(lists[name], 100));
    const walked: string[] = [];
    let cursor: string | null | undefined;
    do {
      const part = await page(lists[name], 2, cursor ?? undefined);
      walked.push(...idsOf(part));
      cursor = nextOf(part);
    } while (cursor !== null && walked.length < 500);

    expect(walked).toEqual(whole);
    expect(whole.length).toBeGreaterThan(4);
  });

  it("that was altered, is another list's or nobody's is refused by name, or leads to a sound page of this list", async () => {
    const cursors = [
      "rubbish",
      "e30",
      "bnVsbA",
      "W10",
      "MA",
      "🙂",
      "a".repeat(2_000),
      Buffer.from('{"pk":"secret","sk":"root","sort":"root"}').toString("base64url"),
    ];
    for (const name of ["name", "stage", "score", "log", "timeline", "due"] as const) {
      const cursor = nextOf(await page(lists[name], 1));
      if (cursor === null) continue;
      cursors.push(
        cursor,
        cursor.slice(0, -3),
        `${cursor.slice(0, 4)}A${cursor.slice(5)}`,
        Buffer.from(cursor, "base64url").toString("utf8"),
      );
    }
    const allowed = new Map<string, readonly string[]>();
    for (const [name, list] of Object.entries(lists)) if (name !== "versions") allowed.set(name, idsOf(await page(list, sizeOf(name))));

    for (const [name, list] of Object.entries(lists)) {
      for (const cursor of cursors) {
        const answer = await page(list, sizeOf(name), cursor);
        const what = `${name} ${cursor}: ${answer.text.slice(0, 200)}`;
        if (answer.status === 400) expect(answer.body, what).toMatchObject({ field: "cursor", remedy: expect.any(String) });
        else expect(answer.status, what).toBe(200);
        if (answer.status === 200 && ["name", "stage", "score", "log"].includes(name))
          for (const id of idsOf(answer)) expect(allowed.get(name), what).toContain(id);
        expect(answer.text).not.toContain("rootKey");
      }
    }
    expect(cursors.length).toBeGreaterThan(20);
  });
});

describe("a limit of requests", () => {
  it("is a key's own, is told with every answer, and ends with its minute", async () => {
    const { id, token } = await api.key(["people:read"]);
    const other = await api.key(["people:read"]);
    const { stores } = api.workshop;
    api.workshop.now = Math.ceil(api.workshop.now / minute) * minute;
    const ask = (which = token) => api.ask("GET", "/api/me", { token: which });

    const first = await ask();
    expect(first.headers.get("ratelimit-limit")).toBe("600");
    expect(first.headers.get("ratelimit-remaining")).toBe("599");
    for (let count = 1; count < 600; count += 30)
      await Promise.all(
        Array.from({ length: Math.min(30, 600 - count) }, () => stores.rates.count(id, api.workshop.now, api.workshop.now + 2 * minute)),
      );
    const refused = await ask();

    expect(refused).toMatchObject({
      status: 429,
      body: { code: "too-many-requests", status: 429, remedy: expect.stringContaining("Wait") },
    });
    expect(Number(refused.headers.get("retry-after"))).toBe(60);
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect((await ask(other.token)).status).toBe(200);
    api.workshop.now += minute;
    expect((await ask()).status).toBe(200);
  });

  it("holds for people at their screens too", async () => {
    const member = await api.join("viewer", "hasty");
    const token = await api.token(member.email);
    const answers = new Map<number, number>();
    for (let asked = 0; asked < 1_210; asked += 55) {
      const all = await Promise.all(Array.from({ length: 55 }, () => api.ask("GET", "/api/me", { token })));
      for (const { status } of all) answers.set(status, (answers.get(status) ?? 0) + 1);
    }

    expect(Object.fromEntries(answers)).toEqual({ 200: 1_200, 429: 10 });
  });
});

describe("a problem", () => {
  it("names the field and what would mend it, wherever in the request it is", async () => {
    const cases: readonly (readonly [string, string, unknown, string])[] = [
      ["GET", "/api/people?limit=0", undefined, "limit"],
      ["GET", "/api/people?email=nobody", undefined, "email"],
      ["POST", "/api/people/bulk", { act: { act: "stage", stage: "nowhere" }, ids: [zoe?.id] }, "act"],
      ["POST", "/api/team", { email: "x", name: "X", role: "king" }, "role"],
      ["POST", "/api/keys", { name: "X", scopes: ["everything"] }, "scopes"],
    ];
    for (const [method, path, body, field] of cases) {
      const answer = await api.ask(method, path, { token: owner(), body });
      expect(answer, `${method} ${path}`).toMatchObject({
        status: 400,
        body: { code: "invalid-request", remedy: expect.any(String), instance: path.split("?")[0] },
      });
      expect((answer.body as { field: string }).field, answer.text).toContain(field);
    }
  });

  it("gives back nothing of what a stranger sent that a page could run", async () => {
    const hostile = encodeURIComponent("<img src=x onerror=alert(1)>");
    for (const path of [`/api/people/${hostile}`, `/api/${hostile}`, `/api/people?limit=${hostile}`]) {
      const answer = await get(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("of a fault of ours says nothing of what failed, and is logged with an id's worth of where", async () => {
    const { dossier } = api.workshop.stores.people;
    const broken = { ...api.workshop.stores.people, dossier: async () => Promise.reject(new Error("secret: table relance at 10.0.0.1")) };
    Object.assign(api.workshop.stores.people, broken);
    const answer = await get(`/api/people/${zoe?.id}`);
    Object.assign(api.workshop.stores.people, { dossier });

    expect(answer).toMatchObject({ status: 500, body: { code: "internal" } });
    expect(answer.text).not.toContain("secret");
    expect(api.errors.splice(0)).toEqual([expect.stringContaining("the API failed")]);
  });
});

describe("an Idempotency-Key", () => {
  it("is forgotten after a day, and is 1 to 200 visible characters", async () => {
    const before = await notesOf();
    await note("Again.", "a-day");
    api.workshop.now += day + minute;
    const token = await api.token("sales@lumen.example");
    await note("Again.", "a-day", token);

    expect(await notesOf(token)).toBe(before + 2);
    for (const key of ["a b", "é", "x".repeat(201)])
      expect(await note("Bad.", key, token)).toMatchObject({ status: 400, body: { field: "Idempotency-Key" } });
  });
});
