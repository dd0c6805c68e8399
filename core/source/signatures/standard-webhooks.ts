import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64 } from "#core/secret/base64.ts";
import { minute, second } from "#core/time/instant.ts";
import { hmacText, isRecent, matches, type SignatureScheme } from "./scheme.ts";

/** How old, or how far ahead of our clock, a dated signature may be (standardwebhooks.com, "Timestamp validation"). */
const tolerance = 5 * minute;

/** More than any rotation needs; each costs one HMAC of the body for each of the source's secrets. */
const mostSignatures = 20;

/** Standard Webhooks: `v1,<base64>` over `id.timestamp.body`, any of several; other versions are passed over. */
export const standardWebhooks: SignatureScheme = (secret, { headers, body, now }) => {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (id === undefined || signatures === undefined || !isRecent(timestamp, second, now, tolerance)) return false;
  const signed = concatBytes(utf8ToBytes(`${id}.${timestamp}.`), body);
  const given = signatures.split(" ").slice(0, mostSignatures);
  return standardKeys(secret).some((key) => {
    const expected = `v1,${hmacText(key, signed, "base64")}`;
    return given.some((signature) => matches(signature, expected, "base64"));
  });
};

/** Its secrets are base64, mostly behind `whsec_`. One without the prefix may also be meant as it stands. */
function standardKeys(secret: string): readonly Uint8Array[] {
  const decoded = fromBase64(secret.replace(/^whsec_/, ""));
  const asItStands = secret.startsWith("whsec_") ? [] : [utf8ToBytes(secret)];
  return decoded === undefined || decoded.length === 0 ? [utf8ToBytes(secret)] : [decoded, ...asItStands];
}
