import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { deriveKey } from "#core/secret/derive-key.ts";
import type { TokenPurpose, TokenSubject } from "./token.ts";

/** The signature of a subject under the key of one purpose: HMAC-SHA256, cut to so many bits (RFC 2104 section 5). */
export function signSubject(rootKey: Uint8Array, purpose: TokenPurpose, subject: TokenSubject, bits: bigint): Uint8Array {
  const signed = [subject.personId, subject.messageId ?? "-"].join("/");
  return hmac(sha256, deriveKey(rootKey, `token/${purpose}`), utf8ToBytes(signed)).slice(0, Number(bits / 8n));
}
