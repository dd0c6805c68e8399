import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { minute } from "#core/time/instant.ts";
import { hmacText, isRecent, matches, type SignatureScheme } from "./scheme.ts";

const tolerance = 5 * minute;

/** What HubSpot writes plainly in the address before it signs it (developers.hubspot.com, "Validating requests", v3). */
const writtenPlainly: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};

/** v3: base64 HMAC-SHA256 over method, address, body and a timestamp in milliseconds. */
export const hubspotV3: SignatureScheme = (secret, { method, url, headers, body, now }) => {
  const timestamp = headers["x-hubspot-request-timestamp"];
  if (!isRecent(timestamp, 1, now, tolerance)) return false;
  const address = url.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (escape) => writtenPlainly[escape.toUpperCase()] ?? escape);
  const signed = concatBytes(utf8ToBytes(method + address), body, utf8ToBytes(timestamp ?? ""));
  return matches(headers["x-hubspot-signature-v3"], hmacText(secret, signed, "base64"), "base64");
};

/** v1 and v2, of workflows and older apps: hex SHA-256 over secret, method, address and body; of secret and body alone in v1. They say which in a header. */
export const hubspotOlder: SignatureScheme = (secret, { method, url, headers, body }) => {
  const version = headers["x-hubspot-signature-version"];
  if (headers["x-hubspot-signature-v3"] !== undefined || (version !== "v1" && version !== "v2")) return false;
  const before = version === "v2" ? secret + method + url : secret;
  return matches(headers["x-hubspot-signature"], bytesToHex(sha256(concatBytes(utf8ToBytes(before), body))), "hex");
};
