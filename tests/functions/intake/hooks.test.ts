import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
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

  it("changes nothing when it comes again, and is answered the same", async () => {
    const desk = receptionDesk();
    expect(await desk.send(typeform(typeformBody))).toEqual(await desk.send(typeform(typeformBody)));
    expect(desk.taken()).toHaveLength(1);
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

  it("that cannot be read is answered 400, that is too large 413, that names nobody 422", async () => {
    const desk = receptionDesk();
    expect((await desk.send(shop("no JSON"))).statusCode).toBe(400);
    expect((await desk.send(shop(""))).statusCode).toBe(400);
    expect((await desk.send(shop(new Uint8Array([0xff, 0xfe, 0x7b])))).statusCode).toBe(400);
    expect((await desk.send(shop(`"${"x".repeat(256 * 1024)}"`))).statusCode).toBe(413);
    const nobody = await desk.send(shop('{"order":1}'));
    expect(nobody.statusCode).toBe(422);
    expect(jsonOf(nobody)).toMatchObject({ field: "email", detail: "The e-mail address is missing." });
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
