import { createHmac, randomBytes } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { masked } from "#core/submission/kept-delivery.ts";
import { keptBody } from "#functions/http/keep-delivery.ts";
import { typeformPayload } from "#tests/core/source/typeform-payload.ts";
import { jsonOf, lumenSource, receptionDesk, shopSource } from "./reception-desk.ts";

const typeformBody = JSON.stringify(typeformPayload());
const signature = (body: string | Uint8Array, secret = "lumen-secret") =>
  `sha256=${createHmac("sha256", secret).update(body).digest("base64")}`;
const typeform = (body: string | Uint8Array, headers: Record<string, string> = { "Typeform-Signature": signature(body) }) => ({
  method: "POST",
  path: `/hooks/${lumenSource.id}`,
  headers,
  body,
});
const shop = (body: string | Uint8Array, headers: Record<string, string> = {}) => ({
  method: "POST",
  path: `/hooks/${shopSource.id}`,
  headers,
  body,
});

describe("a webhook's delivery", () => {
  it("is taken in and answered with its id", async () => {
    const desk = receptionDesk();
    const answer = await desk.send(typeform(typeformBody));
    expect(answer.statusCode).toBe(200);
    expect(jsonOf(answer)).toEqual({ id: desk.taken()[0]?.id, status: "accepted" });
    expect(desk.taken()).toMatchObject([
      { source: `hook:${lumenSource.id}`, sourceKind: "typeform", basis: "consent", extracted: { email: "Claire@Example.com" } },
    ]);
    expect(desk.taken()[0]).not.toHaveProperty("ip");
  });

  it("changes nothing when it comes again, and is told from the first", async () => {
    const desk = receptionDesk();
    const first = jsonOf(await desk.send(typeform(typeformBody)));
    expect(jsonOf(await desk.send(typeform(typeformBody)))).toEqual({ id: first["id"], status: "duplicate" });
    expect(desk.taken()).toHaveLength(1);
    expect(desk.beats).toEqual(["lumen:received+1", "lumen:duplicate+1"]);
  });

  it("is kept as it came, with every secret masked", async () => {
    const desk = receptionDesk();
    await desk.send({
      ...typeform(typeformBody, { "Typeform-Signature": signature(typeformBody), cookie: "a=b", "x-forwarded-for": "203.0.113.7" }),
      query: { token: "lumen-token", page: "2" },
    });
    const [kept] = desk.kept;
    expect(Buffer.from(keptBody(kept ?? {}) ?? []).toString()).toBe(typeformBody);
    expect(kept).toMatchObject({
      kept: "whole",
      bytes: Buffer.byteLength(typeformBody),
      headers: { "typeform-signature": masked, cookie: masked, "x-forwarded-for": "203.0.113.0" },
      query: { token: masked, page: "2" },
    });
  });

  it("that is larger than an item can hold is read whole, and kept as far as it goes", async () => {
    const desk = receptionDesk();
    const noise = randomBytes(600_000).toString("base64");
    const answer = await desk.send(shop(JSON.stringify({ email: "a@example.com", message: "Bonjour", noise })));
    expect(jsonOf(answer)["status"]).toBe("accepted");
    expect(desk.taken()[0]?.extracted).toMatchObject({ email: "a@example.com", message: "Bonjour" });
    expect(desk.kept[0]?.kept).toBe("head");
    expect(desk.kept[0]?.body?.length).toBeLessThan(350_000);
  });

  it("is known by its signature under an old secret for as long as that is being replaced, and no longer", async () => {
    const replaced = (until: number) => ({ ...lumenSource, secrets: ["new-secret"], retiring: [{ secret: "lumen-secret", until }] });
    const now = 1_795_420_800_000;
    for (const [until, status] of [
      [now + 1, 200],
      [now, 401],
    ] as const) {
      const desk = receptionDesk({ sources: [replaced(until)] });
      expect((await desk.send(typeform(typeformBody))).statusCode).toBe(status);
    }
  });

  it("is known by the token in its address, the old one included while it is being replaced", async () => {
    const source = { ...shopSource, tokens: ["new-token"], retiringTokens: [{ secret: "old-token", until: 1_795_420_800_001 }] };
    const to = async (path: string) => {
      const desk = receptionDesk({ sources: [source] });
      const { statusCode } = await desk.send({ method: "POST", path, body: '{"email":"a@example.com"}' });
      return statusCode;
    };
    expect(await to(`/hooks/${source.id}/new-token`)).toBe(200);
    expect(await to(`/hooks/${source.id}/old-token`)).toBe(200);
    expect(await to(`/hooks/${source.id}/other`)).toBe(401);
    expect(await to(`/hooks/${source.id}`)).toBe(401);
  });

  it("that strangers send without end is counted, and costs one write in ten seconds", async () => {
    const desk = receptionDesk();
    for (let n = 0; n < 50; n++) await desk.send(typeform(typeformBody, {}));
    expect(desk.beats).toEqual(["lumen:refused+1"]);
    expect(desk.kept).toEqual([]);
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["br", brotliCompressSync],
  ] as const)("is read through %s, signed before it was packed or after", async (encoding, pack) => {
    const packed = pack(Buffer.from(typeformBody));
    for (const signed of [typeformBody, packed]) {
      const desk = receptionDesk();
      const answer = await desk.send(typeform(packed, { "Typeform-Signature": signature(signed), "content-encoding": encoding }));
      expect(jsonOf(answer)["status"]).toBe("accepted");
    }
  });

  it("that unpacks to more than is taken is refused without being unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const desk = receptionDesk();
    expect((await desk.send(shop(bomb, { "content-encoding": "gzip" }))).statusCode).toBe(413);
    expect((await desk.send(shop("x", { "content-encoding": "gzip" }))).statusCode).toBe(415);
    expect((await desk.send(shop("x", { "content-encoding": "lzma" }))).statusCode).toBe(415);
  });

  it.each([
    ["ISO-8859-1", "application/json; charset=iso-8859-1", Buffer.from('{"email":"a@example.com","firstName":"Zoé"}', "latin1")],
    ["Windows-1252 without a word", "application/json", Buffer.from('{"email":"a@example.com","firstName":"Zoé"}', "latin1")],
    ["UTF-16 with a mark", "application/json", Buffer.from('\ufeff{"email":"a@example.com","firstName":"Zoé"}', "utf16le")],
    ["UTF-16 without one", "application/json", Buffer.from('{"email":"a@example.com","firstName":"Zoé"}', "utf16le")],
    ["JSON that says it is a form", "application/x-www-form-urlencoded", Buffer.from('{"email":"a@example.com","firstName":"Zoé"}')],
    ["a form in Windows-1252", "application/x-www-form-urlencoded", Buffer.from("email=a%40example.com&firstName=Zo%E9")],
  ])("is read in %s", async (_, type, body) => {
    const desk = receptionDesk();
    await desk.send(shop(body, { "content-type": type }));
    expect(desk.taken()[0]?.extracted).toMatchObject({ email: "a@example.com", firstName: "Zoé" });
  });

  it("of a form with files is read without them", async () => {
    const part = (head: string, value: string): string => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const body = `${part('name="email"', "a@example.com")}${part('name="plan"; filename="plan.pdf"', "%PDF")}--x--\r\n`;
    const desk = receptionDesk();
    const answer = await desk.send(shop(body, { "content-type": "multipart/form-data; boundary=x" }));
    expect(jsonOf(answer)["status"]).toBe("accepted");
    expect(JSON.stringify(desk.taken()[0]?.extracted)).not.toContain("%PDF");
  });

  it("is signed over its very bytes, base64 from the gateway or not", async () => {
    const bytes = Buffer.from(typeformBody);
    expect((await receptionDesk().send(typeform(bytes))).statusCode).toBe(200);
    expect((await receptionDesk().send(typeform(typeformBody))).statusCode).toBe(200);
  });

  it.each([
    ["without a signature", {}],
    ["with another's signature", { "typeform-signature": signature(typeformBody, "another-secret") }],
    ["with the signature of another body", { "typeform-signature": signature("{}") }],
  ])("%s is refused before its body is looked at", async (_, headers) => {
    const desk = receptionDesk();
    const answer = await desk.send(typeform(typeformBody, headers));
    expect(answer.statusCode).toBe(401);
    expect(answer.headers?.["content-type"]).toBe("application/problem+json");
    expect(jsonOf(answer)).toMatchObject({ code: "bad-signature", status: 401 });
    expect((await desk.send(typeform("no JSON", {}))).statusCode).toBe(401);
    expect(desk.taken()).toHaveLength(0);
  });

  it("that cannot be read goes into quarantine with its reason, and its sender is told that it arrived", async () => {
    const desk = receptionDesk();
    const unreadable = await desk.send(shop("no JSON"));
    expect(unreadable.statusCode).toBe(200);
    expect(jsonOf(unreadable)).toMatchObject({
      status: "quarantined",
      field: "body",
      reason: expect.any(String),
      remedy: expect.any(String),
    });
    const nobody = await desk.send(shop('{"order":1}'));
    expect(jsonOf(nobody)).toMatchObject({ status: "quarantined", field: "email", code: "address-missing" });
    expect(desk.taken().map(({ status }) => status)).toEqual(["quarantined", "quarantined"]);
    expect(Buffer.from(keptBody(desk.kept[0] ?? {}) ?? []).toString()).toBe("no JSON");
    expect(desk.beats).toEqual(["shop:quarantined+1", "shop:quarantined+1"]);
  });

  it("that is too large is refused, that is empty is let go", async () => {
    const desk = receptionDesk();
    expect((await desk.send(shop(`"${"x".repeat(1024 * 1024)}"`))).statusCode).toBe(413);
    expect(jsonOf(await desk.send(shop("")))["status"]).toBe("ignored");
    expect(desk.taken()).toEqual([]);
  });

  it("that tells of no arrival is taken and let go, for a refusal would come back for days", async () => {
    const desk = receptionDesk();
    const body = JSON.stringify(typeformPayload({ event: { event_type: "form_response_partial" } }));
    const answer = await desk.send(typeform(body));
    expect(answer.statusCode).toBe(200);
    expect(jsonOf(answer)["status"]).toBe("ignored");
    expect(desk.taken()).toHaveLength(0);
  });

  it("is known again by the id in its header", async () => {
    const desk = receptionDesk();
    await desk.send(shop('{"email":"a@example.com"}', { "webhook-id": "one" }));
    await desk.send(shop('{"email":"a@example.com","try":2}', { "Webhook-Id": "one" }));
    await desk.send(shop('{"email":"a@example.com"}', { "webhook-id": "two" }));
    expect(desk.taken()).toHaveLength(2);
  });

  it("of a purchase carries it", async () => {
    const desk = receptionDesk();
    await desk.send(shop('{"email":"a@example.com","purchase":{"id":"o-1","amount":1250,"currency":"EUR"}}'));
    expect(desk.taken()[0]?.extracted.purchase).toEqual({ id: "o-1", amount: 1250, currency: "EUR" });
  });
});

describe("a source nobody made", () => {
  it.each(["src_01J00000000000000000000009", "demo", "__proto__", "src_%00"])("is not found as %s", async (id) => {
    const answer = await receptionDesk().send({ method: "POST", path: `/hooks/${id}`, body: "{}" });
    expect(answer.statusCode).toBe(404);
    expect(jsonOf(answer)).toMatchObject({ code: "unknown-source" });
  });

  it("is what a source is once it has been disabled", async () => {
    const desk = receptionDesk({ sources: [{ ...shopSource, disabledAt: 1 }] });
    expect((await desk.send(shop('{"email":"a@example.com"}'))).statusCode).toBe(404);
  });
});
