import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { hmacText, matches, type SignatureScheme } from "./scheme.ts";

/** `Framer-Signature: sha256=<hex>` over the body and the submission's id from its header (framer.com/help/articles/framer-form-webhook-setup). */
export const framerSignature: SignatureScheme = (secret, { headers, body }) => {
  const id = headers["framer-webhook-submission-id"];
  if (id === undefined) return false;
  return matches(headers["framer-signature"], `sha256=${hmacText(secret, concatBytes(body, utf8ToBytes(id)), "hex")}`, "hex");
};

/** `X-LI-Signature: <hex>` over `hmacsha256=` and the body (learn.microsoft.com/linkedin/shared/api-guide/webhook-validation). */
export const linkedinSignature: SignatureScheme = (secret, { headers, body }) => {
  const given = headers["x-li-signature"]?.replace(/^hmacsha256=/, "");
  return matches(given, hmacText(secret, concatBytes(utf8ToBytes("hmacsha256="), body), "hex"), "hex");
};

/** `Squarespace-Signature: <hex>` over the body; the secret is hex of the key's bytes (developers.squarespace.com/webhooks). */
export const squarespaceSignature: SignatureScheme = (secret, { headers, body }) => {
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(secret);
  return matches(headers["squarespace-signature"], hmacText(isHex ? hexToBytes(secret) : secret, body, "hex"), "hex");
};
