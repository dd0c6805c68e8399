import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** A body without its encodings; or what is the matter with it. */
export type Inflated =
  | { readonly kind: "body"; readonly body: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "unreadable"; readonly encoding: string };

/** More encodings, one over the other, than anybody who means well applies. */
const mostEncodings = 2;

/**
 * Takes off what `Content-Encoding` names, the last applied first (RFC 9110 section 8.4). Nothing is inflated beyond `most`
 * bytes: a small body may be a large one packed to do harm.
 */
export function inflateBody(body: Uint8Array, contentEncoding: string | undefined, most: number): Inflated {
  const encodings = (contentEncoding ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length > mostEncodings) return { kind: "unreadable", encoding: encodings.join(", ").slice(0, 100) };
  let inflated = body;
  for (const encoding of encodings.reverse()) {
    const next = takeOff(inflated, encoding, most);
    if (next.kind !== "body") return next;
    inflated = next.body;
  }
  return inflated.length > most ? { kind: "too-large" } : { kind: "body", body: inflated };
}

function takeOff(body: Uint8Array, encoding: string, most: number): Inflated {
  const options = { maxOutputLength: most };
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return { kind: "body", body: gunzipSync(body, options) };
      case "br":
        return { kind: "body", body: brotliDecompressSync(body, options) };
      case "deflate":
        // Some senders mean RFC 1951 where the name means RFC 1950: the first byte of the latter is 0x78 in practice.
        return { kind: "body", body: ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options) };
      default:
        return { kind: "unreadable", encoding: encoding.slice(0, 100) };
    }
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError && "code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? { kind: "too-large" } : { kind: "unreadable", encoding };
  }
}
