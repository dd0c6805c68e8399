import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Whether two byte strings are equal, in a time that does not depend on where they differ. Their lengths are no secret. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}

/** Whether two texts are equal, in a time that does not depend on where they differ. */
export function sameText(one: string, other: string): boolean {
  return sameBytes(utf8ToBytes(one), utf8ToBytes(other));
}
