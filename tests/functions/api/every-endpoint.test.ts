import * as fc from "fast-check";
import { exportSPKI, generateKeyPair, SignJWT } from "jose";
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isPermission, permissionsOf, whoMay } from "#core/access/permission.ts";
import { roles } from "#core/access/role.ts";
import { deterministicId, type IdKind, idPrefixes, newId, ulidOfId } from "#core/id/id.ts";
import { consoleToken } from "#core/secret/derive-key.ts";
import { minute } from "#core/time/instant.ts";
import { describeWholeApi } from "#functions/api/describe-api.ts";
import { publicPaths } from "#functions/api/api-app.ts";
import { drain } from "#functions/work/drain.ts";
import { claimsOf } from "#tests/functions/access/an-issuer.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { fromSchema } from "./from-schema.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { allBut, type Asked, type WholeApi, wholeApi } from "./whole-api.ts";

/** The routes, from the document that the code itself makes: a route that is added is walked, and cannot be forgotten. */
const operations = operationsOf(await describeWholeApi());
/** What takes something away comes last: the others must find it there. */
const titled = operations
  .toSorted((one, other) => Number(one.method === "DELETE") - Number(other.method === "DELETE"))
  .map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

let api: WholeApi;
/** One real thing of each kind, by the word that stands before its id in a path. */
let things: Readonly<Record<string, { readonly kind: IdKind; readonly id: string }>>;
let defaults: Readonly<Record<string, string>>;
let nobodies: readonly (readonly [who: string, headers: Readonly<Record<string, string>>, status: number, query?: string])[];
let lowered: string;

beforeAll(async () => {
  api = await wholeApi();
  things = await someThings();
  defaults = { kind: "email", name: "demo-5-au-revoir", version: "1", key: "unknown" };
  lowered = await tokenOfLowered();
  nobodies = await everybodyWhoMayNot();
});
afterAll(async () => {
  expect(api.errors).toEqual([]);
  await api.workshop.close();
});
/** A minute later each time: nobody is refused for asking often. */
beforeEach(() => {
  api.workshop.now += minute;
});

const owner = () => api.tokens.get("owner") ?? "";
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const parts = /(\w+)\/\{(\w+)\}/g;

/** An operation's address with what stands in its places; undefined where it is not known what that might be. */
function addressWith(path: string, put: (word: string, name: string) => string | undefined): string | undefined {
  let isKnown = true;
  const put1 = (name: string, value: string | undefined): string => {
    if (value === undefined) isKnown = false;
    return encodeURIComponent(value ?? name);
  };
  const address = path
    .replaceAll(parts, (_, word: string, name: string) => `${word}/${put1(name, put(word, name))}`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => put1(name, put("", name)));
  return isKnown ? address : undefined;
}
/** What is really there, in the words of a path. */
function realValue(word: string, name: string): string | undefined {
  return things[word]?.id ?? (/^(?:sequences?|forms)$/.test(word) ? "demo" : defaults[name]);
}
function realAddress({ path }: Operation): string {
  return addressWith(path, (word, name) => realValue(word, name) ?? "unknown") ?? path;
}
/** Of the right form, and nobody's: what is done there is done to nothing. */
function emptyAddress({ path }: Operation): string {
  const empty: Readonly<Record<string, string>> = { kind: "email", name: "nothing", version: "99" };
  return addressWith(path, (word, name) => (things[word] ? unknownOf(things[word].kind) : (empty[name] ?? "unknown"))) ?? path;
}
function unknownOf(kind: IdKind): string {
  return deterministicId(kind, tuesday, "nobody");
}

/** A body that the schema allows. */
function goodBody({ body }: Operation): unknown {
  return body === undefined ? undefined : fc.sample(fromSchema(body), { numRuns: 1, seed: 7 })[0];
}

function expectProblem(answer: Asked, status: number, what: string): void {
  expect({ what, status: answer.status, body: answer.body }).toMatchObject({
    what,
    status,
    body: {
      status,
      type: expect.stringMatching(/^urn:relance:problem:[a-z-]+$/),
      code: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
      remedy: expect.any(String),
    },
  });
  expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
}

/** Whether it is the route's own permission that was lacking. */
function isForbidden({ status, body }: Asked): boolean {
  return status === 403 && JSON.stringify(body).includes("This takes the permission");
}

describe("the API's document", () => {
  it("is what the running API says of itself, and of all that either function answers", () => {
    expect(api.operations).toEqual(operations);
    const described = new Set([...operations.map(({ method, path }) => `${method} ${path}`), "GET /api/openapi.json"]);
    expect(new Set(api.registered)).toEqual(described);
    expect(operations.length).toBeGreaterThan(45);
  });

  it("names for each route a permission of the table, and for those without one why", () => {
    const others = operations.filter(({ allow }) => !isPermission(allow)).map(({ path, allow }) => `${allow} ${path}`);

    expect(others).toEqual(["signed-in /api/me", "signed-in /api/overview", "anybody /api/session/config"]);
    expect([...publicPaths].sort()).toEqual(["/api/openapi.json", "/api/session/config"]);
  });

  it("lets nobody change anything by leave to read, but for what is one's own or changes nothing", () => {
    const changing = operations.filter(
      ({ method, allow }) => method !== "GET" && !/:(change|enrol|erase|import|publish|manage|retry|write)$/.test(allow),
    );

    expect(changing.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "DELETE /api/views/{id}",
      "POST /api/definitions/check",
      "POST /api/definitions/email/{name}/preview",
      "POST /api/views",
      "PUT /api/views/{id}",
    ]);
  });
});

describe.each(titled)("%s", (_title, operation) => {
  const { method, allow, path, parameters } = operation;
  const isAllThere = (): boolean =>
    addressWith(path, realValue) !== undefined && !parameters.some((each) => each.in === "query" && each.required === true);

  it("answers who may, refuses who may not, and changes nothing for them", async () => {
    const before = await api.contents();
    const body = goodBody(operation);
    const address = realAddress(operation);

    for (const [who, headers, status, query = ""] of nobodies) {
      const answer = await api.ask(method, address + query, { headers, body });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      if (allow === "anybody") expect(answer.status, who).toBe(200);
      else expectProblem(answer, status, who);
      expect(answer.headers.has("www-authenticate"), who).toBe(allow !== "anybody" && status === 401);
    }
    if (isPermission(allow)) {
      const without = [
        ...roles.filter((role) => !whoMay(allow).includes(role)).map((role) => [role, api.tokens.get(role) ?? ""]),
        ["a key without the scope", (await api.key(allBut(allow))).token],
      ];
      const keyless = await api.contents();
      for (const [who = "", token = ""] of [
        ...without,
        ...(whoMay(allow).includes("viewer") ? [] : [["who was an owner a moment ago", lowered]]),
      ]) {
        for (const sent of [body, body === undefined ? undefined : "{"]) {
          const answer = await api.ask(method, address, { token, body: sent });
          expectProblem(answer, 403, who);
          expect(answer.body, who).toMatchObject({ code: "forbidden", remedy: expect.stringContaining(whoMay(allow)[0] ?? "") });
        }
      }
      expect(await api.contents()).toBe(keyless);
    } else expect(await api.contents()).toBe(before);

    const may = isPermission(allow) ? whoMay(allow) : roles;
    const key = await api.key(isPermission(allow) ? [allow] : []);
    for (const [who, token] of [
      ...may.map((role) => [role, api.tokens.get(role) ?? ""] as const),
      ["a key with the scope", key.token] as const,
    ]) {
      const answer = await api.ask(method, method === "GET" ? address : emptyAddress(operation), { token, body });
      expect({ who, status: answer.status }).not.toMatchObject({ status: 401 });
      expect({ who, isForbidden: isForbidden(answer) }).toEqual({ who, isForbidden: false });
      expect(answer.status, `${who}: ${answer.text}`).toBeLessThan(500);
      expect(answer.text).not.toContain("Nothing answers");
      if (method === "GET" && isAllThere()) expect(answer.status, `${who}: ${answer.text}`).toBe(200);
    }
  });

  const ifGet = method === "GET" ? it : undefined;
  ifGet?.("is as closed to HEAD", async () => {
    const head = await api.ask("HEAD", realAddress(operation));
    expect(head.status).toBe(allow === "anybody" ? 200 : 401);
    for (const role of roles) {
      const answer = await api.ask("HEAD", realAddress(operation), { token: api.tokens.get(role) });
      if (isPermission(allow) && !whoMay(allow).includes(role)) expect(answer.status).toBe(403);
      else if (isAllThere()) expect(answer.status).toBe(200);
      expect(answer.text).toBe("");
    }
  });

  const ifNamed = path.includes("{") ? it : undefined;
  ifNamed?.("finds nothing under another's or another kind's ids, and breaks under none", async () => {
    const body = goodBody(operation);
    const before = await api.contents();

    for (const [place, value] of foreignIds(operation)) {
      const answer = await api.ask(method, place, { token: owner(), body });
      const what = `${place} ${value}: ${answer.status} ${answer.text.slice(0, 200)}`;
      if (path.startsWith("/api/definitions")) expect(answer.status, what).toBeLessThan(500);
      else expect([400, 404, 409, 422], what).toContain(answer.status);
      if (answer.status >= 400) expectProblem({ ...answer, body: { detail: "", remedy: "", ...Object(answer.body) } }, answer.status, what);
    }
    expect(await api.contents()).toBe(before);
  });
});

describe("what one has", () => {
  it("is not found under somebody else's id: a mail of another person", async () => {
    const { people, mails } = things;
    const other = await api.workshop.stores.people.create(
      aProspect({ id: unknownOf("person") as `per_${string}`, email: "other@example.com", addressHash: "other" }),
    );
    expect(other).toBe("saved");

    const right = await api.ask("GET", `/api/people/${people?.id}/mails/${mails?.id}`, { token: owner() });
    const wrong = await api.ask("GET", `/api/people/${unknownOf("person")}/mails/${mails?.id}`, { token: owner() });

    expect(right.status).toBe(200);
    expectProblem(wrong, 404, "another person's mail");
  });

  it("is one's own alone: a view that another member saved", async () => {
    const view = { name: "Mine", shared: false, query: {} };
    const mine = (await api.ask("POST", "/api/views", { token: api.tokens.get("sales"), body: view })).body as { id: string };

    for (const role of roles.filter((each) => each !== "sales")) {
      const token = api.tokens.get(role);
      expect(JSON.stringify((await api.ask("GET", "/api/views", { token })).body)).not.toContain(mine.id);
      expectProblem(await api.ask("DELETE", `/api/views/${mine.id}`, { token }), 404, role);
    }
    expect((await api.ask("DELETE", `/api/views/${mine.id}`, { token: api.tokens.get("sales") })).status).toBe(204);
  });

  it("is given to others as far as one has it: no key and no member may make a higher one", async () => {
    const manager = await api.key(["keys:manage", "team:manage", "people:read"]);

    const key = await api.ask("POST", "/api/keys", { token: manager.token, body: { name: "More", scopes: ["people:erase"] } });
    const member = await api.ask("POST", "/api/team", {
      token: manager.token,
      body: { email: "evil@lumen.example", name: "Evil", role: "owner" },
    });
    const raised = await api.ask("PATCH", `/api/team/${things["team"]?.id}`, { token: manager.token, body: { role: "owner" } });

    for (const answer of [key, member, raised]) expectProblem(answer, 403, "more than one has");
  });

  it("is done to many only by who may do it to one", async () => {
    const body = { act: { act: "enter", sequence: "demo" }, ids: [things["people"]?.id] };
    const without = await api.key(["people:read", "people:change"]);

    expect(await api.ask("POST", "/api/people/bulk", { token: without.token, body })).toMatchObject({
      status: 403,
      body: { field: "act" },
    });
    expect((await api.ask("POST", "/api/people/bulk", { token: api.tokens.get("sales"), body })).status).toBe(202);
  });
});

describe("an address that there is not", () => {
  it.each([
    "/api/nothing",
    "/api/people/x/y/z",
    "/api/definitions/a/b/c/d/e",
    "/api//people",
    "/api/people/",
    "/api/%E0%A4%A",
    "/api/people/%",
    "/api/people/%2e%2e",
    "/api/people/..%2fkeys",
  ])("is a problem, and tells strangers nothing: %s", async (path) => {
    expectProblem(await api.ask("GET", path), 401, path);
    const answer = await api.ask("GET", path, { token: owner() });
    expectProblem({ ...answer, body: { remedy: "", ...Object(answer.body) } }, 404, path);
  });

  it.each(["PUT", "DELETE", "OPTIONS", "PROPFIND"])("is %s of what has no such method, whatever a header says", async (method) => {
    expect((await api.ask(method, "/api/me")).status).toBe(401);
    expect((await api.ask(method, "/api/me", { token: owner() })).status).toBe(404);
    const overridden = await api.ask("GET", "/api/keys", { token: owner(), headers: { "x-http-method-override": method } });
    expect(overridden.status).toBe(200);
  });
});

/** Values that name nothing in this place: each other kind's real ids, and what only looks like an id. */
function foreignIds({ path }: Operation): readonly (readonly [string, string])[] {
  return [...path.matchAll(/(?:(\w+)\/)?\{(\w+)\}/g)].flatMap(([, place = "", name = ""]) => {
    const own = things[place];
    const others = Object.values(things).filter(({ kind }) => kind !== own?.kind);
    const worn =
      own === undefined
        ? []
        : [
            `${idPrefixes[own.kind]}_${ulidOfId(others[0]?.id ?? "")}`,
            own.id.toLowerCase(),
            `${own.id} `,
            `${own.id}#seq#demo`,
            `${own.id}\n`,
          ];
    return [...(own === undefined ? [] : others.map(({ id }) => id)), ...worn, ...hostile].map((value) => {
      const address = addressWith(path, (word, each) =>
        each === name && (word === place || word === "") ? value : (realValue(word, each) ?? "unknown"),
      );
      return [address ?? path, `${name}=${value}`] as const;
    });
  });
}

const hostile = [
  "__proto__",
  "constructor",
  "#person",
  "per_",
  "..",
  "a/b",
  "<script>",
  "'\"\\",
  "\u0000",
  "é",
  "per_01",
  "A".repeat(90),
  "9".repeat(26),
  " ",
  "%",
  "null",
  "-1",
  "1e9",
];

async function someThings(): Promise<typeof things> {
  const { stores, runtime } = api.workshop;
  const token = owner();
  const zoe = aProspect();
  await stores.people.create(zoe);
  await stores.addresses.claim(zoe.addressHash, zoe.id);
  const made = async (path: string, body: unknown) => (await api.ask("POST", path, { token, body })).body as { id: string };
  await made(`/api/people/${zoe.id}/sequences`, { sequence: "demo" });
  await drain(api.workshop, { timeMs: 30_000, log: { info: () => undefined, warn: () => undefined, error: () => undefined } });
  const timeline = (await api.ask("GET", `/api/people/${zoe.id}/timeline`, { token })).body as {
    items: { message: { id: string } | null }[];
  };
  const job = await made("/api/people/bulk", { act: { act: "tag", tag: "known" }, ids: [zoe.id] });
  const view = await made("/api/views", { name: "All", shared: false, query: {} });
  const source = await made("/api/sources", {
    kind: "typeform",
    name: "Fair",
    basis: "consent",
  });
  return {
    people: { kind: "person", id: zoe.id },
    mails: {
      kind: "message",
      id: timeline.items.find(({ message }) => message !== null)?.message?.id ?? newId("message", tuesday, runtime.random(10)),
    },
    jobs: { kind: "job", id: job.id },
    views: { kind: "view", id: view.id },
    sources: { kind: "source", id: source.id ?? newId("source", tuesday, runtime.random(10)) },
    team: { kind: "member", id: (await api.join("viewer", "somebody")).id },
    keys: { kind: "key", id: (await api.key([])).id },
  };
}

/** The token of somebody who used it as an owner, and is a viewer since. */
async function tokenOfLowered(): Promise<string> {
  const member = await api.join("owner", "lowered");
  const token = await api.token(member.email);
  expect((await api.ask("GET", "/api/keys", { token })).status).toBe(200);
  expect((await api.ask("PATCH", `/api/team/${member.id}`, { token: owner(), body: { role: "viewer" } })).status).toBe(200);
  return token;
}

/** Who must never be answered: without a token, with one that is none, or not in the team any more. */
async function everybodyWhoMayNot(): Promise<typeof nobodies> {
  const { email } = await api.join("owner", "victim");
  const good = await api.token(email);
  const [header = "", payload = "", signature = ""] = good.split(".");
  const at = Math.floor(api.workshop.now / 1_000);
  const foreign = await generateKeyPair("RS256");
  const claims = { ...claimsOf(email, api.workshop.now), exp: at + 72_000 };
  const base = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const hmac = `${base({ alg: "HS256", kid: "one", typ: "JWT" })}.${base(claims)}`;

  const gone = await api.join("owner", "gone");
  const goneToken = await api.token(gone.email);
  expect((await api.ask("GET", "/api/me", { token: goneToken })).status).toBe(200);
  expect((await api.ask("DELETE", `/api/team/${gone.id}`, { token: owner() })).status).toBe(204);

  const revoked = await api.key(permissionsOf("owner"));
  expect((await api.ask("GET", "/api/me", { token: revoked.token })).status).toBe(200);
  expect((await api.ask("DELETE", `/api/keys/${revoked.id}`, { token: owner() })).status).toBe(204);
  const key = await api.key(permissionsOf("owner"));

  const rootKey = await api.workshop.stores.secrets.rootKey(() => api.workshop.runtime.random(32));
  const signed = async (change: Readonly<Record<string, unknown>>, typ?: string) =>
    bearer(await api.token(email, change, typ === undefined ? {} : { typ }));
  return [
    ["nobody", {}, 401],
    ["an empty token", { authorization: "Bearer " }, 401],
    ["another scheme", { authorization: `Basic ${good}` }, 401],
    ["two tokens", { authorization: `Bearer ${good} ${good}` }, 401],
    ["a token in a cookie", { cookie: `token=${good}; authorization=Bearer ${good}` }, 401],
    ["a token in the address", {}, 401, `?access_token=${good}&token=${good}`],
    ["rubbish", bearer("rubbish"), 401],
    ["an expired token", await signed({ iat: at - 7_200, exp: at - 3_600 }), 401],
    ["a token that is not valid yet", await signed({ nbf: at + 72_000 }), 401],
    ["a token of the future", await signed({ iat: at + 70_000, exp: at + 72_000 }), 401],
    ["an altered token", bearer(`${header}.${base({ ...claims, email: "owner@lumen.example" })}.${signature}`), 401],
    ["an altered signature", bearer(`${header}.${payload}.${signature.slice(0, -5)}AAAAA`), 401],
    ["a token without a signature", bearer(`${header}.${payload}.`), 401],
    ["a token for another program", await signed({ aud: "another" }), 401],
    ["a token of another issuer", await signed({ iss: "https://id.evil.example" }), 401],
    ["the algorithm none", bearer(`${base({ alg: "none", typ: "JWT" })}.${base(claims)}.`), 401],
    [
      "the public key as a secret",
      bearer(
        `${hmac}.${createHmac("sha256", await exportSPKI(api.issuer.publicKey))
          .update(hmac)
          .digest("base64url")}`,
      ),
      401,
    ],
    ["a foreign key", bearer(await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(foreign.privateKey)), 401],
    ["an access token", await signed({}, "at+jwt"), 401],
    ["an address nobody has verified", await signed({ email_verified: false }), 401],
    ["a stranger", bearer(await api.token("stranger@lumen.example")), 403],
    ["a removed member", bearer(goneToken), 403],
    ["a revoked key", bearer(revoked.token), 401],
    ["a key with another's secret", bearer(`${key.token.split(".")[0]}.${revoked.token.split(".")[1]}`), 401],
    ["a key with a shortened secret", bearer(key.token.slice(0, -1)), 401],
    ["the console's own token, where people sign in", bearer(consoleToken(rootKey)), 401],
  ];
}
