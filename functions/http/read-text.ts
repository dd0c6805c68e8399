import { decodeUtf8 } from "./url-encoded.ts";

/**
 * A body as text: by its byte order mark, else by the character set its header names, else as UTF-8; bytes that are none are
 * Windows-1252, as old shops still send it, and UTF-16 without a mark is known by its zeros (RFC 4627 section 3). Undefined
 * if the named set is not known.
 */
export function readText(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return undefined;
    }
  }
  return decodeUtf8(bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== undefined && first !== 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)) return "utf-16be";
  return undefined;
}
