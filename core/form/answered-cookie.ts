import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "#core/secret/base64.ts";
import { deriveKey } from "#core/secret/derive-key.ts";
import { sameText } from "#core/secret/same-bytes.ts";

const macBytes = 16;
const mostNames = 100;
/** A sign that a cookie may hold, and a name that is written as a part of an address may not. */
const separator = "/";

/**
 * What a browser remembers for somebody who agreed to be measured: the names of what it has itself answered to us, signed. It
 * names nobody. A cookie that named a person would show whoever types another's address what we know of them.
 */
export function writeAnswered(rootKey: Uint8Array, names: Iterable<string>): string {
  const list = [...new Set(names)].sort().slice(0, mostNames).map(encodeURIComponent).join(separator);
  return `${list}.${toBase64Url(signature(rootKey, list))}`;
}

/** The names a browser has answered; none where it remembers nothing we signed. */
export function readAnswered(rootKey: Uint8Array, cookie: string | undefined): ReadonlySet<string> {
  const end = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === undefined || end < 0 || cookie.length > 4_000) return new Set();
  const list = cookie.slice(0, end);
  if (!sameText(cookie.slice(end + 1), toBase64Url(signature(rootKey, list)))) return new Set();
  return new Set(list.split(separator).filter(Boolean).map(decodeURIComponent));
}

function signature(rootKey: Uint8Array, list: string): Uint8Array {
  return hmac(sha256, deriveKey(rootKey, "form/answered"), utf8ToBytes(list.toWellFormed())).slice(0, macBytes);
}
