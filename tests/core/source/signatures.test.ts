import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawDelivery } from "#core/source/delivery.ts";
import { isTrusted } from "#core/source/is-trusted.ts";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import { sourceKinds } from "#core/source/kinds/registry.ts";
import { rawDelivery } from "./delivery.ts";

const now = 1_614_265_330_000;
const body = '{"test": 2432232314}';
const hmac = (secret: string | Buffer, signed: string, encoding: "hex" | "base64") =>
  createHmac("sha256", secret).update(signed).digest(encoding);
const url = "https://relance.example/hooks/src_1?a=b%20c&d=%40";

/** How each vendor signs, told again by other code than ours: the headers of a delivery at a time. */
const signers: readonly {
  readonly kind: SourceKindName;
  readonly way: string;
  readonly dated?: number;
  readonly sign: (secret: string, at: number, body: string) => Record<string, string>;
}[] = [
  { kind: "typeform", way: "base64", sign: (secret, _, text) => ({ "typeform-signature": `sha256=${hmac(secret, text, "base64")}` }) },
  { kind: "tally", way: "base64", sign: (secret, _, text) => ({ "tally-signature": hmac(secret, text, "base64") }) },
  { kind: "shopify", way: "base64", sign: (secret, _, text) => ({ "x-shopify-hmac-sha256": hmac(secret, text, "base64") }) },
  { kind: "cal-com", way: "hex", sign: (secret, _, text) => ({ "x-cal-signature-256": hmac(secret, text, "hex") }) },
  { kind: "meta-lead-ads", way: "hex", sign: (secret, _, text) => ({ "x-hub-signature-256": `sha256=${hmac(secret, text, "hex")}` }) },
  { kind: "linkedin", way: "hex", sign: (secret, _, text) => ({ "x-li-signature": hmac(secret, `hmacsha256=${text}`, "hex") }) },
  { kind: "squarespace", way: "hex", sign: (secret, _, text) => ({ "squarespace-signature": hmac(secret, text, "hex") }) },
  {
    kind: "framer",
    way: "with its id",
    sign: (secret, _, text) => ({
      "framer-webhook-submission-id": "s-1",
      "framer-signature": `sha256=${hmac(secret, `${text}s-1`, "hex")}`,
    }),
  },
  {
    kind: "webflow",
    way: "dated",
    dated: 300_000,
    sign: (secret, at, text) => ({ "x-webflow-timestamp": String(at), "x-webflow-signature": hmac(secret, `${at}:${text}`, "hex") }),
  },
  {
    kind: "stripe",
    way: "dated",
    dated: 300_000,
    sign: (secret, at, text) => ({
      "stripe-signature": `t=${at / 1000},v0=x,v1=${"0".repeat(64)},v1=${hmac(secret, `${at / 1000}.${text}`, "hex")}`,
    }),
  },
  {
    kind: "calendly",
    way: "dated",
    dated: 180_000,
    sign: (secret, at, text) => ({ "calendly-webhook-signature": `t=${at / 1000},v1=${hmac(secret, `${at / 1000}.${text}`, "hex")}` }),
  },
  {
    kind: "formspree",
    way: "dated",
    dated: 300_000,
    sign: (secret, at, text) => ({ "formspree-signature": `t=${at / 1000}, v1=${hmac(secret, `${at / 1000}.${text}`, "hex")}` }),
  },
  {
    kind: "formbricks",
    way: "Standard Webhooks",
    dated: 300_000,
    sign: (secret, at, text) => ({
      "webhook-id": "msg_1",
      "webhook-timestamp": String(at / 1000),
      "webhook-signature": `v2,abc v1,${hmac(Buffer.from(secret, "base64"), `msg_1.${at / 1000}.${text}`, "base64")}`,
    }),
  },
  {
    kind: "hubspot",
    way: "v3",
    dated: 300_000,
    sign: (secret, at, text) => ({
      "x-hubspot-request-timestamp": String(at),
      "x-hubspot-signature-v3": hmac(secret, `POST${url.replace("%40", "@")}${text}${at}`, "base64"),
    }),
  },
  {
    kind: "hubspot",
    way: "v2",
    sign: (secret, _, text) => ({
      "x-hubspot-signature-version": "v2",
      "x-hubspot-signature": createHash("sha256").update(`${secret}POST${url}${text}`).digest("hex"),
    }),
  },
  {
    kind: "hubspot",
    way: "v1",
    sign: (secret, _, text) => ({
      "x-hubspot-signature-version": "v1",
      "x-hubspot-signature": createHash("sha256").update(`${secret}${text}`).digest("hex"),
    }),
  },
  {
    kind: "netlify",
    way: "as a JWS",
    sign: (secret, _, text) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ iss: "netlify", sha256: createHash("sha256").update(text).digest("hex") })}`;
      return { "x-webhook-signature": `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}` };
    },
  },
  { kind: "json", way: "hex", sign: (secret, _, text) => ({ "x-signature-256": `sha256=${hmac(secret, text, "hex")}` }) },
  { kind: "zapier", way: "in a header", sign: (secret) => ({ authorization: `Bearer ${secret}` }) },
];

const secret = "bHVtZW4tc2VjcmV0LTIwMjY=";
const trusts = (
  kind: SourceKindName,
  secrets: readonly string[],
  headers: Record<string, string>,
  text = body,
  change: Partial<RawDelivery> = {},
) => isTrusted({ kind, secrets: [...secrets] }, rawDelivery(text, headers, { url, now, ...change }));

describe.each(signers)("a delivery of $kind, signed $way", ({ kind, way, dated, sign }) => {
  const headers = sign(secret, now, body);

  it("is trusted under its source's secret, also while that is being replaced", () => {
    expect(trusts(kind, [secret], headers)).toBe(true);
    expect(trusts(kind, ["bmV3LXNlY3JldA==", secret], headers)).toBe(true);
  });

  it("is not trusted under another secret, with another's headers, or with none", () => {
    expect(trusts(kind, ["b3RoZXItc2VjcmV0"], headers)).toBe(false);
    expect(trusts(kind, [secret], {})).toBe(false);
    for (const [name, value] of Object.entries(headers)) {
      if (name === "authorization") continue;
      expect(trusts(kind, [secret], { ...headers, [name]: value.slice(0, -1) }), `${name} cut`).toBe(false);
      expect(trusts(kind, [secret], { ...headers, [name]: "" }), `${name} emptied`).toBe(false);
    }
  });

  it.skipIf(way === "in a header")("is not trusted once a byte of it is altered", () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(body);
        altered[at] = ((altered[at] ?? 0) + by) % 256;
        expect(isTrusted({ kind, secrets: [secret] }, rawDelivery(altered, headers, { url, now }))).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(trusts(kind, [secret], headers, `${body} `)).toBe(false);
  });

  it.skipIf(dated === undefined)("is not trusted again later, nor from a clock too far ahead", () => {
    const tolerance = dated ?? 0;
    for (const skew of [tolerance, -tolerance, 0]) expect(trusts(kind, [secret], headers, body, { now: now + skew })).toBe(true);
    for (const skew of [tolerance + 1_000, -tolerance - 1_000, 86_400_000])
      expect(trusts(kind, [secret], headers, body, { now: now + skew })).toBe(false);
  });
});

describe("published vectors", () => {
  it("of Standard Webhooks hold, with and without the secret's prefix", () => {
    const vector = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    for (const kind of ["standard-webhooks", "json", "formbricks"] as const) {
      expect(trusts(kind, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], vector)).toBe(true);
      expect(trusts(kind, ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], vector)).toBe(true);
      expect(trusts(kind, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], { ...vector, "webhook-id": "msg_other" })).toBe(false);
      expect(
        trusts(kind, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], {
          ...vector,
          "webhook-signature": vector["webhook-signature"].replace("v1,", "v2,"),
        }),
      ).toBe(false);
    }
  });
});

describe("a delivery's method and address", () => {
  it("are signed by HubSpot, and cannot be others", () => {
    const headers = signers.find(({ way }) => way === "v3")?.sign(secret, now, body) ?? {};
    expect(trusts("hubspot", [secret], headers, body, { method: "PUT" })).toBe(false);
    expect(trusts("hubspot", [secret], headers, body, { url: `${url}&e=f` })).toBe(false);
  });

  it("an old signature beside a new one that fails is not asked", () => {
    const old = signers.find(({ way }) => way === "v1")?.sign(secret, now, body) ?? {};
    expect(trusts("hubspot", [secret], { ...old, "x-hubspot-signature-v3": "wrong" })).toBe(false);
  });
});

describe("a token in the address", () => {
  const source = { secrets: [], tokens: ["new-token", "old-token"] };

  it("lets in who knows one of the source's, where the tool signs nothing", () => {
    const bring = (token: string | undefined, query: Record<string, string> = {}) =>
      isTrusted({ kind: "elementor", ...source }, rawDelivery(body, {}, { token, query }));
    expect(bring("new-token")).toBe(true);
    expect(bring("old-token")).toBe(true);
    expect(bring(undefined, { token: "old-token" })).toBe(true);
    expect(bring("other")).toBe(false);
    expect(bring("")).toBe(false);
    expect(bring(undefined)).toBe(false);
  });

  it("is worth nothing where the source has a secret to sign with", () => {
    const delivery = rawDelivery(body, {}, { token: "new-token" });
    expect(isTrusted({ kind: "tally", tokens: source.tokens, secrets: [secret] }, delivery)).toBe(false);
  });
});

describe("a source that has neither", () => {
  it("trusts whoever knows its address", () => {
    for (const { kind } of sourceKinds) expect(isTrusted({ kind, secrets: [] }, rawDelivery(body, {}))).toBe(true);
  });
});

describe("no header makes a fault", () => {
  it("be it any text", () => {
    const names = [
      "stripe-signature",
      "x-webhook-signature",
      "webhook-signature",
      "webhook-timestamp",
      "x-hubspot-request-timestamp",
      "authorization",
      "squarespace-signature",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("t=1,v1=", "..", "a.b.c", "e30.e30.e30", "v1,", "1614265330"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sourceKinds), fc.dictionary(fc.constantFrom(...names), text), (kind, headers) => {
        expect(typeof isTrusted({ kind: kind.kind, secrets: [secret] }, rawDelivery(body, headers))).toBe("boolean");
      }),
      { numRuns: 150 },
    );
  });
});
