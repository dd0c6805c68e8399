import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The hash of a definition: its source files and what they were compiled to. The same text published again is the same
 * version, unless what it rests on (another file, or `compiler`) makes something else of it.
 */
export function definitionHash(source: Readonly<Record<string, string>>, artefact: unknown, compiler: string): string {
  const parts = Object.entries(source)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, text]) => [path, text]);
  const all = [compiler, JSON.stringify(artefact, inOrder) ?? "", ...parts];
  return bytesToHex(sha256(utf8ToBytes(all.map((part) => `${part.length}:${part}`).join(""))));
}

/** An object's keys in the order of the alphabet: the order of the files must not matter. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
