import { createHash, createHmac } from "node:crypto";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";

/** What a vendor signs: the bytes it sends, to where, when, and the headers it sends with them. */
export interface Signed {
  readonly url: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly now: number;
}

type Signer = (secret: string, signed: Signed) => Readonly<Record<string, string>>;

const hmac = (key: string | Buffer, ...parts: readonly (string | Buffer)[]) => {
  const sum = createHmac("sha256", key);
  for (const part of parts) sum.update(part);
  return sum.digest();
};
const seconds = (now: number): string => String(Math.floor(now / 1000));
const dated =
  (header: string): Signer =>
  (secret, { body, now }) => ({
    [header]: `t=${seconds(now)},v1=${hmac(secret, `${seconds(now)}.`, body).toString("hex")}`,
  });
const standard: Signer = (secret, { body, now }) => ({
  "webhook-id": "msg_1",
  "webhook-timestamp": seconds(now),
  "webhook-signature": `v1,${hmac(Buffer.from(secret.slice("whsec_".length), "base64"), `msg_1.${seconds(now)}.`, body).toString("base64")}`,
});
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** How each vendor that signs does it, written from its own documentation by Node's crypto alone: a second opinion on what intake checks. */
export const signers: Partial<Readonly<Record<SourceKindName, Signer>>> = {
  typeform: (secret, { body }) => ({ "Typeform-Signature": `sha256=${hmac(secret, body).toString("base64")}` }),
  tally: (secret, { body }) => ({ "Tally-Signature": hmac(secret, body).toString("base64") }),
  webflow: (secret, { body, now }) => ({
    "X-Webflow-Timestamp": String(now),
    "X-Webflow-Signature": hmac(secret, `${now}:`, body).toString("hex"),
  }),
  formspree: dated("Formspree-Signature"),
  calendly: dated("Calendly-Webhook-Signature"),
  stripe: dated("Stripe-Signature"),
  framer: (secret, { body, headers }) => ({
    "Framer-Signature": `sha256=${hmac(secret, body, headers["framer-webhook-submission-id"] ?? "").toString("hex")}`,
  }),
  squarespace: (secret, { body }) => ({ "Squarespace-Signature": hmac(Buffer.from(secret, "hex"), body).toString("hex") }),
  netlify: (secret, { body }) => {
    const token = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url({ iss: "netlify", sha256: createHash("sha256").update(body).digest("hex") })}`;
    return { "X-Webhook-Signature": `${token}.${hmac(secret, token).toString("base64url")}` };
  },
  hubspot: (secret, { body, url, now }) => ({
    "X-HubSpot-Request-Timestamp": String(now),
    "X-HubSpot-Signature-v3": hmac(secret, `POST${url}`, body, String(now)).toString("base64"),
  }),
  "meta-lead-ads": (secret, { body }) => ({ "X-Hub-Signature-256": `sha256=${hmac(secret, body).toString("hex")}` }),
  linkedin: (secret, { body }) => ({ "X-LI-Signature": hmac(secret, "hmacsha256=", body).toString("hex") }),
  formbricks: standard,
  "standard-webhooks": standard,
  shopify: (secret, { body }) => ({ "X-Shopify-Hmac-Sha256": hmac(secret, body).toString("base64") }),
  "cal-com": (secret, { body }) => ({ "X-Cal-Signature-256": hmac(secret, body).toString("hex") }),
};

/** A secret as the vendor would make it. */
export function secretOf(kind: SourceKindName): string {
  if (kind === "squarespace") return "0011223344556677889900aabbccddeeff";
  return kind === "formbricks" || kind === "standard-webhooks"
    ? `whsec_${Buffer.alloc(24, 7).toString("base64")}`
    : "a-secret-of-the-vendor";
}
