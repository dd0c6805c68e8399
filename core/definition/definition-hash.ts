import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The hash of a definition's source files: the same text published again is the same version. `compiler` is part of it, so that a better compiler makes a new one. */
export function definitionHash(source: Readonly<Record<string, string>>, compiler: string): string {
  const parts = Object.entries(source)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, text]) => [path, text]);
  return bytesToHex(sha256(utf8ToBytes([compiler, ...parts].map((part) => `${part.length}:${part}`).join(""))));
}
