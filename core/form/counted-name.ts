import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { deriveKey } from "#core/secret/derive-key.ts";

/**
 * Under which name posts of one address, or of one network, are counted: a keyed hash, from which nobody who reads the table
 * can find the address again, not even by trying all there are (an IPv4 address has only 32 bits).
 */
export function countedName(rootKey: Uint8Array, form: string, what: "address" | "network", value: string): string {
  const mac = hmac(sha256, deriveKey(rootKey, "form/rate"), utf8ToBytes(`${form}/${what}/${value.toWellFormed()}`));
  return `form_${bytesToHex(mac).slice(0, 32)}`;
}

/** What one subscriber has: an IPv4 address whole; of an IPv6 address the first 64 bits, the rest being theirs to choose. */
export function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const between = tail === undefined ? [] : Array.from({ length: Math.max(8 - before.length - after.length, 0) }, () => "0");
  return [...before, ...between, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
