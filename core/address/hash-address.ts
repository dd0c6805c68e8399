import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { readAddress } from "./normalise-address.ts";

/**
 * The SHA-256, in hex, of a normalised address: its key in the table, and all that is left of it on the suppression list once a person
 * has been erased. It hides an address from a glance, not from someone who has a list of addresses to try (GDPR recital 26).
 */
export function hashAddress(address: string): string {
  return bytesToHex(sha256(utf8ToBytes(address)));
}

/** The hash of an address as somebody typed it; undefined for what can be none. */
export function hashOfTyped(text: string): string | undefined {
  const read = readAddress(text);
  return read.kind === "address" ? hashAddress(read.address) : undefined;
}
