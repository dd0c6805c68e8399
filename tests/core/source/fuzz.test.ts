import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivery } from "#core/source/delivery.ts";
import { parseJson } from "#core/source/json.ts";
import { sourceKindNames, type SourceKindName } from "#core/source/kinds/kind-names.ts";
import { kindOf } from "#core/source/kinds/registry.ts";
import { pointablesIn } from "#core/source/point-at.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { readFetched } from "#core/source/read-fetched.ts";
import { extractedSchema } from "#core/submission/submission.ts";
import { examples, exampleOf } from "./kinds/examples.ts";

/** Reads a delivery as intake does, and asserts what intake relies on: parts with ids, people in the shape we keep, no fault. */
function proveReadable(kind: SourceKindName, delivery: Delivery): void {
  expect(proveReadOnce(kind, delivery)).toEqual(readDelivery({ kind }, delivery).map(({ eventId }) => eventId));
  pointablesIn({ kind }, delivery);
}

/** The same, once: for what is large. Answers the ids of the parts. */
function proveReadOnce(kind: SourceKindName, delivery: Delivery): readonly string[] {
  const parts = readDelivery({ kind }, delivery);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) {
    expect(part.eventId.length).toBeGreaterThan(0);
    expect(part.eventId.length).toBeLessThan(400);
    if (part.kind === "read") expect(extractedSchema.safeParse(part.extracted).success).toBe(true);
    if (part.kind === "read") expect(JSON.stringify(part.extracted).length).toBeLessThan(350_000);
  }
  return parts.map(({ eventId }) => eventId);
}

function jsonDelivery(body: Uint8Array): Delivery {
  return { headers: {}, query: {}, body, decoded: { kind: "json", json: parseJson(new TextDecoder().decode(body)) ?? null } };
}

const kinds = fc.constantFrom(...sourceKindNames);
const change = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom("set", "cut", "double", "swap") });

function mutated(seed: Uint8Array, changes: readonly { at: number; byte: number; kind: string }[]): Uint8Array {
  let body = Uint8Array.from(seed);
  for (const { at, byte, kind } of changes) {
    const place = at % (body.length + 1);
    if (kind === "set") body = body.map((old, index) => (index === place ? byte : old));
    else if (kind === "cut") body = body.slice(0, place);
    else if (kind === "swap") body = Uint8Array.from([...body.slice(place), ...body.slice(0, place)]);
    else body = Uint8Array.from([...body.slice(0, place), ...body]);
  }
  return body;
}

describe("no delivery makes an adapter throw", () => {
  it("be it its own with bytes changed, cut, moved or doubled", () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.array(change, { minLength: 1, maxLength: 6 }), ({ kind, delivery }, changes) => {
        proveReadable(kind, jsonDelivery(mutated(delivery.body, changes)));
      }),
      { numRuns: 250 },
    );
  });

  it("be it another's", () => {
    for (const kind of sourceKindNames) for (const { delivery } of examples) proveReadable(kind, delivery);
  });

  it("be it any JSON, alone or in the place of any part of its own", () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.jsonValue({ maxDepth: 4 }), fc.nat(), ({ kind, delivery }, anything, at) => {
        proveReadable(kind, jsonDelivery(new TextEncoder().encode(JSON.stringify(anything))));
        const text = new TextDecoder().decode(delivery.body);
        const values = [...text.matchAll(/"[^"\\]*"(?!\s*:)|\b\d+\b|true|false|null/g)];
        const value = values[at % Math.max(1, values.length)];
        if (value === undefined) return;
        const replaced = text.slice(0, value.index) + JSON.stringify(anything) + text.slice(value.index + value[0].length);
        proveReadable(kind, jsonDelivery(new TextEncoder().encode(replaced)));
      }),
      { numRuns: 200 },
    );
  });

  it("be it any fields of a form", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "__proto__[x]",
        "__proto__",
        "constructor[prototype][x]",
        "fields[a][value]",
        "fields[a][id]",
        "data[merges][x]",
        "type",
        "a[b",
        "a][b]",
        "[]",
        "email",
        "rawRequest",
      ),
    );
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("a@example.com", "{}", "[]", "subscribe", '{"__proto__":{"x":1}}'),
    );
    fc.assert(
      fc.property(kinds, fc.array(fc.tuple(name, value), { maxLength: 25 }), (kind, fields) => {
        proveReadable(kind, { headers: {}, query: {}, body: new Uint8Array([1]), decoded: { kind: "fields", fields } });
        expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
      }),
      { numRuns: 250 },
    );
  });

  it("be it whatever a vendor's API answers", () => {
    const asked = sourceKindNames.filter((kind) => kindOf(kind).readFetched !== undefined);
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 3 }), (kind, answers) => {
        const part = { eventId: "event", plan: { requests: [], about: {} } };
        expect(
          readFetched(
            { kind },
            part,
            answers.flatMap((answer) => parseJson(JSON.stringify(answer)) ?? []),
          ).eventId,
        ).toBe("event");
      }),
      { numRuns: 150 },
    );
  });

  const deep = 20_000;
  it.each([
    ["an array as deep as a body allows", "[".repeat(120_000) + "]".repeat(120_000)],
    ["an object as deep as a body allows", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
    ["a prototype", '{"__proto__":{"email":"a@example.com"},"constructor":{"prototype":{"x":1}},"email":"a@example.com"}'],
    ["a number of a hundred thousand digits", `{"email":"a@example.com","id":${"9".repeat(100_000)}}`],
    [
      "numbers beyond all numbers",
      '{"email":"a@example.com","id":1e999,"total_price":1e999,"data":{"object":{"id":"x","amount_total":1e999}}}',
    ],
    [
      "a field of a million characters",
      JSON.stringify({ email: "a@example.com", message: "x".repeat(1_000_000), data: { email: "é".repeat(100_000) } }),
    ],
    [
      "a title of a quarter of a million characters",
      JSON.stringify({ email: "a@example.com", ["e-mail ".repeat(40_000)]: "a@example.com" }),
    ],
    ["twenty thousand fields", `{"email":"a@example.com",${Array.from({ length: 20_000 }, (_, index) => `"f${index}":1`).join(",")}}`],
    ["lone surrogates", '{"email":"a@example.com","\\ud800":"\\udfff","data":{"\\ud800":"\\udfff"}}'],
    [
      "ten thousand events",
      JSON.stringify(
        Array.from({ length: 10_000 }, (_, index) => ({
          email: `a${index}@example.com`,
          data: {},
          subscriptionType: "contact.creation",
          objectId: index,
        })),
      ),
    ],
    ["a rawRequest that is deep", JSON.stringify({ rawRequest: `${'{"q1_a":'.repeat(deep)}1${"}".repeat(deep)}` })],
    [
      "rows that are deep",
      `{"eventType":"FORM_RESPONSE","data":{"fields":[{"key":"a","value":${"[".repeat(deep)}${"]".repeat(deep)}}]},"questions":[{"id":"a","value":${"[".repeat(deep)}${"]".repeat(deep)}}]}`,
    ],
  ])("be it %s", (_, text) => {
    const delivery = jsonDelivery(new TextEncoder().encode(text));
    for (const kind of sourceKindNames) proveReadOnce(kind, delivery);
  });

  it("be it bytes that are no UTF-8", () => {
    fc.assert(
      fc.property(kinds, fc.uint8Array({ maxLength: 300 }), (kind, bytes) => proveReadable(kind, jsonDelivery(bytes))),
      { numRuns: 100 },
    );
  });
});

describe("the work it takes", () => {
  /** The processor's time to read so many fields, in milliseconds: the least of several, and not the clock's, for machines are busy. */
  function least(kind: SourceKindName, count: number): number {
    const fields = Array.from({ length: count }, (_, index): readonly [string, string] => [`field_${index}`, `value ${index} @ example`]);
    const delivery: Delivery = { headers: {}, query: {}, body: new Uint8Array(), decoded: { kind: "fields", fields } };
    const spent = Array.from({ length: 4 }, () => {
      const before = process.cpuUsage();
      readDelivery({ kind }, delivery);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    return Math.min(...spent);
  }

  it.each(["html", "elementor", "wpforms", "netlify", "zapier"] as const)(
    "grows with the size of what %s sends, and not with its square",
    (kind) => {
      least(kind, 1_000);
      const [small, large] = [least(kind, 1_000), least(kind, 32_000)];
      // Thirty-two times as much takes some thirty-two times as long; were it the square, a thousand times.
      expect(large).toBeLessThan(Math.max(500, small * 300));
    },
  );
});

it("an example of each kind is read after all", () => {
  for (const kind of sourceKindNames) proveReadable(kind, exampleOf(kind).delivery);
});
