import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { minute, second } from "#core/time/instant.ts";
import { hmacText, isRecent, matches, type SignatureScheme } from "./scheme.ts";

/** More than any rotation needs. */
const mostSignatures = 10;

/**
 * One header with the date and the signatures, `t=1614265330,v1=…`: hex HMAC-SHA256 over `t.body`, any of several `v1`
 * (docs.stripe.com/webhooks#verify-manually, developer.calendly.com "Webhook signatures"). The secret is taken as it stands.
 */
export function datedHmac(header: string, tolerance = 5 * minute): SignatureScheme {
  return (secret, { headers, body, now }) => {
    const parts = (headers[header] ?? "").split(",").map((part) => part.trim().split("=", 2));
    const timestamp = parts.find(([name]) => name === "t")?.[1];
    if (!isRecent(timestamp, second, now, tolerance)) return false;
    const expected = hmacText(secret, concatBytes(utf8ToBytes(`${timestamp}.`), body), "hex");
    return parts
      .filter(([name]) => name === "v1")
      .slice(0, mostSignatures)
      .some(([, given]) => matches(given, expected, "hex"));
  };
}
