import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "#core/secret/base64.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import { type Instant, minute, second } from "#core/time/instant.ts";
import type { Source } from "./source.ts";

/** What a signature is judged by: the headers (names in lower case), the very bytes of the body, and the time. */
export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly now: Instant;
}

/** How old, or how far ahead of our clock, a dated signature may be (standardwebhooks.com, "Timestamp validation"). */
const tolerance = 5 * minute;

/**
 * Whether a delivery comes from whom its source trusts: signed with any of the source's secrets, in any of the ways its kind
 * signs. A source without a secret trusts whoever knows its address, which is as long and random as a token.
 */
export function isTrusted(source: Pick<Source, "kind" | "secrets">, delivery: SignedDelivery): boolean {
  if (source.secrets.length === 0) return true;
  const ways = source.kind === "typeform" ? [signedByTypeform] : [signedByStandardWebhooks, signedInHex];
  return source.secrets.some((secret) => ways.some((way) => way(secret, delivery)));
}

/** `Typeform-Signature: sha256=<base64 HMAC-SHA256 of the body>` (typeform.com/developers/webhooks/secure-your-webhooks). */
function signedByTypeform(secret: string, { headers, body }: SignedDelivery): boolean {
  return matches(headers["typeform-signature"], `sha256=${toBase64(hmac(sha256, utf8ToBytes(secret), body))}`);
}

/** `X-Signature-256: sha256=<hex HMAC-SHA256 of the body>`, as GitHub and Meta sign under `X-Hub-Signature-256`. */
function signedInHex(secret: string, { headers, body }: SignedDelivery): boolean {
  const given = headers["x-signature-256"] ?? headers["x-hub-signature-256"];
  return matches(given?.toLowerCase(), `sha256=${bytesToHex(hmac(sha256, utf8ToBytes(secret), body))}`);
}

/** Standard Webhooks: `v1,<base64>` over `id.timestamp.body`, any of several; other versions are passed over. */
function signedByStandardWebhooks(secret: string, { headers, body, now }: SignedDelivery): boolean {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (id === undefined || timestamp === undefined || signatures === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * second) > tolerance) return false;
  const signed = concatBytes(utf8ToBytes(`${id}.${timestamp}.`), body);
  return standardKeys(secret).some((key) => {
    const expected = `v1,${toBase64(hmac(sha256, key, signed))}`;
    return signatures.split(" ").some((signature) => matches(signature, expected));
  });
}

/** Its secrets are base64, mostly behind `whsec_`. One without the prefix may also be meant as it stands. */
function standardKeys(secret: string): readonly Uint8Array[] {
  const decoded = fromBase64(secret.replace(/^whsec_/, ""));
  const asItStands = secret.startsWith("whsec_") ? [] : [utf8ToBytes(secret)];
  return decoded === undefined || decoded.length === 0 ? [utf8ToBytes(secret)] : [decoded, ...asItStands];
}

function matches(given: string | undefined, expected: string): boolean {
  return given !== undefined && sameText(given, expected);
}
