import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64 } from "#core/secret/base64.ts";
import { sameBytes, sameText } from "#core/secret/same-bytes.ts";
import { hmac } from "@noble/hashes/hmac.js";
import { isObject, parseJson } from "../json.ts";
import type { SignatureScheme } from "./scheme.ts";

/** Longer than any such token. */
const longestToken = 4_000;

/**
 * `X-Webhook-Signature` as Netlify signs: a JSON Web Signature by HMAC-SHA256, whose payload holds the hex SHA-256 of the body
 * (docs.netlify.com/deploy/deploy-notifications, "Payload signature"). What algorithm its own header claims is not asked.
 */
export const jwsOfBody: SignatureScheme = (secret, { headers, body }) => {
  const [header = "", payload = "", signature = "", ...more] = (headers["x-webhook-signature"] ?? "").slice(0, longestToken).split(".");
  const given = fromBase64(standardAlphabet(signature));
  if (more.length > 0 || given === undefined) return false;
  if (!sameBytes(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${header}.${payload}`)), given)) return false;
  const claims = parseJson(textOf(fromBase64(standardAlphabet(payload))));
  const digest = isObject(claims) && Object.hasOwn(claims, "sha256") ? claims["sha256"] : undefined;
  return typeof digest === "string" && sameText(digest.toLowerCase(), bytesToHex(sha256(body)));
};

function standardAlphabet(text: string): string {
  return text.replaceAll("-", "+").replaceAll("_", "/");
}

/** Claims are ASCII: letters, digits and signs of JSON. */
function textOf(bytes: Uint8Array | undefined): string {
  return String.fromCharCode(...(bytes ?? []));
}
