import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { submissionSchema } from "#core/submission/submission.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { typeformPayload } from "#tests/core/source/typeform-payload.ts";
import { richForm } from "./rich-form.ts";
import { lumenSource, receptionDesk, shopSource } from "./reception-desk.ts";

/** A signed source would turn all of it away at the door: here it is without a secret, so that the readers are reached. */
const sources = [{ ...lumenSource, secrets: [] }, shopSource];
const expected = [200, 303, 400, 404, 413, 415, 422];
const contentTypes = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/x-www-form-urlencoded; charset=shift_jis",
  "application/json",
  "multipart/form-data; boundary=x",
  "multipart/form-data; boundary=",
  "text/plain",
  "",
);
const paths = fc.constantFrom("/forms/demo", `/hooks/${lumenSource.id}`, `/hooks/${shopSource.id}`);
const accepts = fc.constantFrom("text/html", "application/json", "*/*", "");

async function answersWithoutFault(path: string, body: string | Uint8Array, contentType: string, accept = "*/*"): Promise<void> {
  const desk = receptionDesk({ forms: [demoForm()], sources });
  const answer = await desk.send({ method: "POST", path, headers: { "content-type": contentType, accept }, body });
  expect(expected).toContain(answer.statusCode);
  for (const submission of desk.taken()) {
    expect(submissionSchema.safeParse(submission).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(submission))).toBeLessThan(350_000);
  }
}

const seeds = [
  Buffer.from(JSON.stringify(typeformPayload())),
  Buffer.from('{"email":"a@example.com","purchase":{"id":1,"amount":3},"data":{"list":[1,{"x":null}]}}'),
  Buffer.from("email=a%40example.com&firstName=Claire&rooms[]=hall&consent=on"),
  Buffer.from('--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@example.com\r\n--x--\r\n'),
];

describe("no input makes a fault", () => {
  it("be it any bytes", async () => {
    await fc.assert(fc.asyncProperty(paths, fc.uint8Array({ maxLength: 300 }), contentTypes, accepts, answersWithoutFault), {
      numRuns: 400,
    });
  });

  it("be it a sound body with bytes changed, cut or doubled", async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom("set", "cut", "double") });
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        contentTypes,
        accepts,
        async (path, seed, changes, type, accept) => {
          let body: Uint8Array = Uint8Array.from(seed);
          for (const { at, byte, kind } of changes) {
            const place = at % (body.length + 1);
            if (kind === "set") body = body.map((old, index) => (index === place ? byte : old));
            else if (kind === "cut") body = body.slice(0, place);
            else body = Buffer.concat([body.slice(0, place), body]);
          }
          await answersWithoutFault(path, body, type, accept);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("be it any JSON, in the place of any part of a sound one", async () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(paths, anything, anything, fc.array(anything, { maxLength: 4 }), async (path, one, other, list) => {
        await answersWithoutFault(path, JSON.stringify(one), "application/json");
        await answersWithoutFault(
          path,
          JSON.stringify({ email: "a@example.com", purchase: one, data: other, consent: list }),
          "application/json",
        );
        await answersWithoutFault(path, JSON.stringify(typeformPayload({ answers: list, event: { event_id: one } })), "application/json");
        const answers = list.map((value) => ({ type: "choice", choice: value, field: { id: "q4" } }));
        await answersWithoutFault(path, JSON.stringify({ form_response: { answers, hidden: one, definition: other } }), "application/json");
      }),
      { numRuns: 200 },
    );
  });

  it("be it any values in fields of every kind, any tokens, any query, of a form with every protection", async () => {
    const protection = {
      minimumSeconds: 2,
      perAddress: { most: 2, minutes: 1 },
      perNetwork: { most: 2, minutes: 1 },
      roleAddress: "refuse",
      challenge: { provider: "hcaptcha", siteKey: "k", whenDown: "hold" },
    } as const;
    const measurement = { field: "measurement", version: "1", text: { fr: "X" } };
    const form = richForm({ protection, measurement, askAtMost: 3 });
    const names = [
      ...form.fields.map(({ name }) => name),
      "measurement",
      "consent",
      "website",
      "_token",
      "_asked",
      "_page",
      "_id",
      "h-captcha-response",
    ];
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(
        "yes",
        "2026-02-31",
        "9".repeat(400),
        "1e999",
        "info@example.com",
        "a@mailinator.com",
        "javascript:1",
        "0.x",
        `${"a".repeat(3_000)}`,
      ),
    );
    const filled = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(filled, value, accepts, async (fields, other, accept) => {
        const desk = receptionDesk({ forms: [form] });
        const body = [["email", "a@example.com"], ...fields]
          .map(([name = "", text = ""]) => `${name}=${encodeURIComponent(text.toWellFormed())}`)
          .join("&");
        const headers = {
          "content-type": "application/x-www-form-urlencoded",
          accept,
          cookie: `relance_answered=${other.replace(/[^!-~]/g, "")}`,
        };
        for (let time = 0; time < 3; time++) {
          expect(expected).toContain((await desk.send({ method: "POST", path: "/forms/demo", headers, body })).statusCode);
        }
        for (const path of ["/forms/demo", "/forms/demo/form.json"]) {
          const query = { k: other, known: other, lang: other, ref: other, utm_source: other };
          expect((await desk.send({ path, query, headers })).statusCode).toBe(200);
        }
        for (const submission of desk.taken()) expect(submissionSchema.safeParse(submission).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("be it any fields of a form", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("__proto__[x]", "__proto__", "constructor[prototype][x]", "email", "consent", "rooms[]", "_lang", "_id"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 20 }), accepts, async (fields, accept) => {
        const body = [...fields, ["email", "a@example.com"]]
          .map(([name = "", value = ""]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`)
          .join("&");
        await answersWithoutFault("/forms/demo", body, "application/x-www-form-urlencoded", accept);
        expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["an array nested as deep as the body allows", "[".repeat(120_000) + "]".repeat(120_000)],
    ["an object nested as deep as the body allows", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
    ["a deep object beside an address", `{"email":"a@example.com","data":${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}}`],
    [
      "a deep object in each part of a response",
      ["hidden", "definition", "answers"]
        .map((part) => `"${part}":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`)
        .reduce((body, part) => `${body},${part}`, '{"form_response":{"token":"t"') + "}}",
    ],
    [
      "a deep answer",
      `{"form_response":{"answers":[{"type":"choices","choices":{"labels":${"[".repeat(50_000)}${"]".repeat(50_000)}},"field":{"id":"q"}}]}}`,
    ],
    ["a number of a hundred thousand digits", `{"email":"a@example.com","id":${"9".repeat(100_000)}}`],
    ["a number beyond all numbers", '{"email":"a@example.com","purchase":{"id":1,"amount":1e999}}'],
    ["a text of escapes", `{"email":"a@example.com","x":"${"\\\\".repeat(100_000)}"}`],
    ["a text that never ends", `{"email":"a@example.com","x":"${"\\\\".repeat(100_000)}`],
    ["twenty thousand fields", `{"email":"a@example.com",${Array.from({ length: 20_000 }, (_, index) => `"f${index}":1`).join(",")}}`],
    ["a prototype", '{"__proto__":{"email":"a@example.com"},"constructor":{"prototype":{"x":1}},"email":"a@example.com"}'],
    ["lone surrogates", '{"email":"a@example.com","\\ud800":"\\udfff","purchase":{"id":"\\ud800","amount":1}}'],
    ["300 KB", `{"email":"a@example.com","x":"${"x".repeat(300_000)}"}`],
    ["a megabyte", `{"email":"a@example.com","x":"${"x".repeat(1_000_000)}"}`],
    ["nothing", ""],
  ])("be it %s", async (_, body) => {
    for (const path of ["/forms/demo", `/hooks/${lumenSource.id}`, `/hooks/${shopSource.id}`]) {
      await answersWithoutFault(path, body, "application/json");
      await answersWithoutFault(path, body, "application/x-www-form-urlencoded");
    }
  });

  it("be it thousands of parts, or a body of boundaries", async () => {
    const parts = Array.from({ length: 4_000 }, (_, index) => `--x\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\nv\r\n`).join(
      "",
    );
    await answersWithoutFault("/forms/demo", `${parts}--x--\r\n`, "multipart/form-data; boundary=x");
    await answersWithoutFault("/forms/demo", "--x\r\n".repeat(50_000), "multipart/form-data; boundary=x");
  });
});
