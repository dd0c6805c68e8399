import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "./base64.ts";

const keyBytes = 32;

/** A key for one purpose alone, from the one secret that is kept (HKDF-SHA256, RFC 5869): no key says anything of another. */
export function deriveKey(rootKey: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, rootKey, undefined, utf8ToBytes(`relance/${purpose}/1`), keyBytes);
}

/** The bearer token of the console and the API: 43 characters that are safe in a URL's fragment. */
export function consoleToken(rootKey: Uint8Array): string {
  return toBase64Url(deriveKey(rootKey, "console"));
}
