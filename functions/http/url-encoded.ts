import type { FormField } from "#core/form/read-form.ts";

/** A text in UTF-8, its byte order mark taken off; undefined if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The fields of an `application/x-www-form-urlencoded` body (url.spec.whatwg.org). Browsers do not say the character set of
 * the page they post from; where no `charset` and no `_charset_` field tells, bytes that are no UTF-8 are Windows-1252,
 * as from the old pages that still send it. Undefined if the named set is not known.
 */
export function readUrlEncoded(body: Uint8Array, charset: string | undefined): readonly FormField[] | undefined {
  const pairs = latin1(body)
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => splitPair(pair).map(unescapeBytes));
  const named = charset ?? pairs.find(([name]) => name === "_charset_")?.[1];
  const decode = decoderFor(named, pairs.flat());
  return decode && pairs.map(([name = "", value = ""]): FormField => [decode(name), decode(value)]);
}

function splitPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf("=");
  return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

/** Bytes as characters of the same number, one each. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function unescapeBytes(text: string): string {
  return text.replaceAll("+", " ").replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decoderFor(charset: string | undefined, texts: readonly string[]): ((text: string) => string) | undefined {
  const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");
  if (charset === undefined || /^utf-?8$/i.test(charset)) {
    const isUtf8 = texts.every((text) => decodeUtf8(bytesOf(text)) !== undefined);
    const decoder = new TextDecoder(isUtf8 ? "utf-8" : "windows-1252");
    return (text) => decoder.decode(bytesOf(text));
  }
  try {
    const decoder = new TextDecoder(charset);
    return (text) => decoder.decode(bytesOf(text));
  } catch {
    return undefined;
  }
}
