import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64 } from "#core/secret/base64.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import type { Instant } from "#core/time/instant.ts";
import type { RawDelivery } from "../delivery.ts";

/** One way of signing: whether a delivery is signed with a secret. Over the raw bytes, compared in constant time. */
export type SignatureScheme = (secret: string, delivery: RawDelivery) => boolean;

export type SignatureEncoding = "hex" | "base64";

/** An HMAC-SHA256 as text. */
export function hmacText(key: Uint8Array | string, signed: Uint8Array, encoding: SignatureEncoding): string {
  const digest = hmac(sha256, typeof key === "string" ? utf8ToBytes(key) : key, signed);
  return encoding === "hex" ? bytesToHex(digest) : toBase64(digest);
}

/** Whether a header is what it should be. Hex may come in capitals. */
export function matches(given: string | undefined, expected: string, encoding: SignatureEncoding): boolean {
  return given !== undefined && sameText(encoding === "hex" ? given.trim().toLowerCase() : given.trim(), expected);
}

/** Whether a signature's date is near enough to now, whichever clock is ahead. A date that is none is not. */
export function isRecent(timestamp: string | undefined, unit: number, now: Instant, tolerance: number): boolean {
  return timestamp !== undefined && /^\d{1,16}$/.test(timestamp) && Math.abs(now - Number(timestamp) * unit) <= tolerance;
}
