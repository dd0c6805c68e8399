import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { minute } from "#core/time/instant.ts";
import { describeWholeApi } from "#functions/api/describe-api.ts";
import { aProspect } from "#tests/core/builders/a-person.ts";
import { fromSchema } from "./from-schema.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { type Asked, type WholeApi, wholeApi } from "./whole-api.ts";

const operations = operationsOf(await describeWholeApi());
const titled = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);
const runs = 20;

let api: WholeApi;
const zoe = aProspect();

beforeAll(async () => {
  api = await wholeApi();
  await api.workshop.stores.people.create(zoe);
  await api.workshop.stores.addresses.claim(zoe.addressHash, zoe.id);
});
beforeEach(() => {
  api.workshop.now += minute;
});
afterAll(async () => {
  expect(api.errors).toEqual([]);
  await api.workshop.close();
});

const owner = () => api.tokens.get("owner");
const addressOf = ({ path }: Operation): string =>
  path
    .replace("/people/{id}", `/people/${zoe.id}`)
    .replace("{kind}", "email")
    .replace("/sequence/{name}", "/sequence/demo")
    .replace("{name}", "demo-5-au-revoir")
    .replace("{version}", "1")
    .replaceAll(/\{\w+\}/g, "unknown");

/** What no schema of ours asks for. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    2 ** 53,
    1e308,
    -1e308,
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202e",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "2026-02-30T25:61:00Z",
    "-271821-04-20T00:00:00.000Z",
    "é".repeat(10_000),
    {},
    [],
    [[[[]]]],
    { toString: 1, valueOf: null, hasOwnProperty: true },
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ),
);

/** A value of the schema with one place of it changed for something hostile, taken away, or with something more beside it. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return hostile;
  const names = Object.keys(value);
  const at = (name: string, other: unknown): unknown =>
    Array.isArray(value) ? value.map((each, index) => (String(index) === name ? other : each)) : { ...value, [name]: other };
  const more = fc.tuple(fc.constantFrom("extra", "toString", "id", "role", "permissions"), hostile).map(([name, other]) => at(name, other));
  if (names.length === 0) return fc.oneof(more, hostile);
  return fc.oneof(
    fc.constantFrom(...names).chain((name) => bent(Object.getOwnPropertyDescriptor(value, name)?.value).map((other) => at(name, other))),
    fc.constantFrom(...names).map((name) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))),
    more,
  );
}

function expectSound(answer: Asked, what: string): void {
  expect(answer.status, `${what} → ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  if (answer.status < 400) return;
  expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
  expect(answer.body, what).toMatchObject({ status: answer.status, code: expect.stringMatching(/^[a-z-]+$/), title: expect.any(String) });
}

const withBody = titled.filter(([, { body }]) => body !== undefined);

describe.each(withBody)("%s", (_title, operation) => {
  const ask = (body: unknown, headers?: Readonly<Record<string, string>>) =>
    api.ask(operation.method, addressOf(operation), { token: owner(), body, ...(headers === undefined ? {} : { headers }) });

  it("takes or refuses any JSON, and never breaks", async () => {
    const schema = operation.body ?? {};
    const sent = fc.oneof(fromSchema(schema), fromSchema(schema).chain(bent), fromSchema(schema).chain(bent).chain(bent), hostile);
    await fc.assert(
      fc.asyncProperty(sent, async (body) => expectSound(await ask(JSON.stringify(body)), JSON.stringify(body).slice(0, 500))),
      { numRuns: runs, seed: 3 },
    );
  });

  it("refuses what is no JSON, too deep, too large or of another kind with a problem", async () => {
    const utf8 = new TextEncoder();
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const cases: readonly (readonly [string, string | Uint8Array, Readonly<Record<string, string>>?])[] = [
      ["nothing", ""],
      ["half", '{"a":'],
      ["two", "{}{}"],
      ["a comment", "{/**/}"],
      ["NaN", '{"limit":NaN}'],
      ["a number beyond numbers", '{"version":1e999,"text":-1e999}'],
      ["depth", deep],
      ["depth of lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
      ["bytes that are no UTF-8", Uint8Array.of(...utf8.encode('{"text":"'), 0xff, 0xc0, 0x80, ...utf8.encode('"}'))],
      ["UTF-16", Buffer.from('{"text":"a"}', "utf16le")],
      ["a form", "text=a&role=owner", { "content-type": "application/x-www-form-urlencoded" }],
      ["XML", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', { "content-type": "application/xml" }],
      [
        "parts",
        '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\na\r\n--x--',
        { "content-type": "multipart/form-data; boundary=x" },
      ],
      ["parts without a boundary", "x", { "content-type": "multipart/form-data" }],
      ["a megabyte in one field", JSON.stringify({ text: "x".repeat(1_000_001), name: "y", note: "z" })],
      ["what is compressed", Uint8Array.of(0x1f, 0x8b, 8, 0), { "content-encoding": "gzip", "content-type": "application/json" }],
      ["a type that is none", "{}", { "content-type": ";;;" }],
    ];
    for (const [what, body, headers] of cases) {
      const answer = await ask(body, headers);
      expectSound(answer, what);
      if (operation.path !== "/api/parked/{key}/retry") expect(answer.status, `${what}: ${answer.text}`).toBeGreaterThanOrEqual(400);
    }
  });
});

const withQuery = titled.filter(([, { parameters }]) => parameters.some((each) => each.in === "query"));

describe.each(withQuery)("%s", (_title, operation) => {
  it("takes or refuses any query, and never breaks", async () => {
    const names = operation.parameters.filter((each) => each.in === "query").map(({ name }) => name);
    const value = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom(
        "",
        "-1",
        "0",
        "1",
        "101",
        "1e9",
        "NaN",
        "\u0000",
        "true",
        "\ud800",
        "%",
        "a".repeat(5_000),
        "__proto__",
        "{}",
        "[]",
        "2026-13-45",
      ),
      fc.jsonValue().map((json) => Buffer.from(JSON.stringify(json)).toString("base64url")),
      cursors,
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names, "__proto__", "unknown"), value, { maxKeys: 4 }), async (query) => {
        const search = Object.entries(query)
          .map(([name, each]) => `${name}=${encodeURIComponent(each.toWellFormed())}`)
          .join("&");
        expectSound(await api.ask(operation.method, `${addressOf(operation)}?${search}`, { token: owner() }), search);
      }),
      { numRuns: runs, seed: 5 },
    );
  });
});

/** Cursors as the lists make them, with other things in them. */
const cursors = fc
  .record(
    {
      pk: fc.constantFrom<unknown>("", "secret", "team", zoe.id, "per_", 7, null, "x".repeat(3_000)),
      sk: fc.constantFrom<unknown>("", "root", "#person", "T#", "T#~", "zzz", {}, "x".repeat(2_000)),
      du: fc.constantFrom<unknown>(0, -1, 1e308, 1.5, "1", 2 ** 53),
      id: fc.constantFrom<unknown>("", "aud_", "root", zoe.id, 3),
      sort: fc.constantFrom<unknown>("", "zoe", "\u0000", 1),
      version: fc.constantFrom<unknown>(0, -5, 1.5, 1e300, "1", 3),
      total: fc.constantFrom<unknown>(0, 1e308, -1e308, Number.MIN_VALUE, "1"),
      now: fc.constantFrom<unknown>(0, 1e308, -1e15, 1.5, "1"),
      day: fc.constantFrom<unknown>("2026-11-24", "", "9999-99-99", 1),
    },
    { requiredKeys: [] },
  )
  .map((position) => Buffer.from(JSON.stringify(position)).toString("base64url"));
