import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { rawDelivery } from "./delivery.ts";
import { isTrusted } from "#core/source/is-trusted.ts";

const body = Buffer.from('{"test": 2432232314}');
const now = 1_614_265_330_000;
const hmacOf = (secret: string, encoding: "hex" | "base64") => createHmac("sha256", secret).update(body).digest(encoding);
const trusts = (kind: "typeform" | "json", secrets: string[], headers: Record<string, string>, at = now, bytes: Uint8Array = body) =>
  isTrusted({ kind, secrets }, rawDelivery(bytes, headers, { now: at }));

describe("a Typeform signature", () => {
  const signature = `sha256=${hmacOf("lumen-secret", "base64")}`;

  it("is the base64 HMAC-SHA256 of the raw body", () => {
    expect(trusts("typeform", ["lumen-secret"], { "typeform-signature": signature })).toBe(true);
  });

  it("holds under any of several secrets, so that one can be replaced", () => {
    expect(trusts("typeform", ["new-secret", "lumen-secret"], { "typeform-signature": signature })).toBe(true);
  });

  it("does not hold under another secret, for another body, in another encoding, or when it is missing", () => {
    expect(trusts("typeform", ["other"], { "typeform-signature": signature })).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], { "typeform-signature": signature }, now, Buffer.from("{}"))).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], { "typeform-signature": `sha256=${hmacOf("lumen-secret", "hex")}` })).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], { "typeform-signature": signature.slice(0, -1) })).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], { "typeform-signature": "" })).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], {})).toBe(false);
  });
});

describe("a generic signature", () => {
  it("is the hex HMAC-SHA256 of the raw body behind sha256=, in either case", () => {
    const signature = `sha256=${hmacOf("lumen-secret", "hex")}`;
    expect(trusts("json", ["lumen-secret"], { "x-signature-256": signature })).toBe(true);
    expect(trusts("json", ["lumen-secret"], { "x-hub-signature-256": signature.toUpperCase() })).toBe(true);
    expect(trusts("json", ["other"], { "x-signature-256": signature })).toBe(false);
  });

  it("of another kind of source is worth nothing", () => {
    expect(trusts("json", ["lumen-secret"], { "typeform-signature": `sha256=${hmacOf("lumen-secret", "base64")}` })).toBe(false);
    expect(trusts("typeform", ["lumen-secret"], { "x-signature-256": `sha256=${hmacOf("lumen-secret", "hex")}` })).toBe(false);
  });
});

describe("a Standard Webhooks signature", () => {
  /** The vector of the specification's own libraries (github.com/standard-webhooks/standard-webhooks). */
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const vector = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };

  it("agrees with the published vector, with and without the prefix of its secret", () => {
    expect(trusts("json", [secret], vector)).toBe(true);
    expect(trusts("json", [secret.slice(6)], vector)).toBe(true);
  });

  it("holds if any of several does, and passes over versions it does not know", () => {
    const several = { ...vector, "webhook-signature": `v1,AAAA v2,${"x".repeat(20)} v1a,abc ${vector["webhook-signature"]}` };
    expect(trusts("json", [secret], several)).toBe(true);
    expect(trusts("json", [secret], { ...vector, "webhook-signature": vector["webhook-signature"].replace("v1,", "v2,") })).toBe(false);
  });

  it("holds for five minutes, whichever clock is ahead", () => {
    expect(trusts("json", [secret], vector, now + 300_000)).toBe(true);
    expect(trusts("json", [secret], vector, now - 300_000)).toBe(true);
    expect(trusts("json", [secret], vector, now + 300_001)).toBe(false);
    expect(trusts("json", [secret], vector, now - 300_001)).toBe(false);
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"] as const)("does not hold without %s, or with another", (name) => {
    expect(trusts("json", [secret], { ...vector, [name]: "1614265331" })).toBe(false);
    expect(trusts("json", [secret], Object.fromEntries(Object.entries(vector).filter(([key]) => key !== name)))).toBe(false);
  });
});

describe("a source without a secret", () => {
  it("trusts whoever knows its address", () => {
    expect(trusts("typeform", [], {})).toBe(true);
    expect(trusts("json", [], {})).toBe(true);
  });
});
