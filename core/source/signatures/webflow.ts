import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { minute } from "#core/time/instant.ts";
import { hmacText, isRecent, matches, type SignatureScheme } from "./scheme.ts";

const tolerance = 5 * minute;

/** Hex HMAC-SHA256 over `timestamp:body`, the timestamp in milliseconds (developers.webflow.com/data/docs/working-with-webhooks). */
export const webflowSignature: SignatureScheme = (secret, { headers, body, now }) => {
  const timestamp = headers["x-webflow-timestamp"];
  if (!isRecent(timestamp, 1, now, tolerance)) return false;
  return matches(headers["x-webflow-signature"], hmacText(secret, concatBytes(utf8ToBytes(`${timestamp}:`), body), "hex"), "hex");
};
