import iconv from "iconv-lite";

/** How a file of text is written; names as the Encoding Standard has them (encoding.spec.whatwg.org). */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How many bytes are looked at where nothing at the file's head tells. */
const looked = 64 * 1024;

/**
 * Tells how a file is written: by its byte order mark; by zeros, which UTF-16 has at every other place in Latin text; as UTF-8 if it is
 * valid; else as Windows-1252, which is what spreadsheets in France save.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, looked);
  let [even, odd] = [0, 0];
  for (const [place, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > head.length / 5) return "utf-16le";
  if (even > head.length / 5) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/**
 * The text, in pieces: however large the file is, only one of them is in memory. (Node 20's own decoder takes Windows-1252 for Latin-1,
 * which has no œ and no €.)
 */
export function* textOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  const size = 256 * 1024;
  for (let start = 0; start < bytes.length; start += size) {
    yield decoder.write(Buffer.from(bytes.subarray(start, start + size)));
  }
  yield decoder.end() ?? "";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
