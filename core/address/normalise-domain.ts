import punycode from "punycode/punycode.js";

/** Longest domain name in its ASCII form, and longest label of one (RFC 1035 section 2.3.4). */
const longestDomain = 253;
const longestLabel = 63;

/** Letters, digits and inner hyphens (RFC 1123 section 2.1); what an internationalised label becomes is of this shape too. */
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * A domain in the one form by which it is compared: compatibility-composed, lower-case, each internationalised label as its
 * `xn--` form (IDNA2008's non-transitional reading: `ß` is a letter of its own). Undefined if no mail server can have the name.
 */
export function normaliseDomain(domain: string): string | undefined {
  const composed = fold(domain).replace(/[\u3002\uff61]/g, ".");
  const ascii = toAscii(composed);
  if (ascii === undefined || ascii.length > longestDomain) return undefined;
  const labels = ascii.split(".");
  const top = labels.at(-1) ?? "";
  // A last label of digits alone is an address literal without its brackets, never a domain of the public DNS (RFC 3696 section 2).
  if (labels.length < 2 || /^\d+$/.test(top) || top.length < 2) return undefined;
  return labels.every((part) => part.length <= longestLabel && label.test(part)) ? ascii : undefined;
}

/** What a label may be made of in Unicode (close to IDNA2008's PVALID): no signs, nothing invisible. */
const unicodeLabels = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** A domain as nearly all are: in ASCII, and no label of it stands for another writing. */
const plain = /^[a-z0-9.-]+$/;

/** Decoding first makes `xn--` labels that were typed in another case, or for uncomposed letters, the same as their Unicode. */
function toAscii(domain: string): string | undefined {
  if (plain.test(domain) && !domain.includes("xn--")) return domain;
  try {
    const unicode = fold(punycode.toUnicode(domain));
    if (!unicodeLabels.test(unicode)) return undefined;
    const ascii = punycode.toASCII(unicode);
    return punycode.toASCII(fold(punycode.toUnicode(ascii))) === ascii ? ascii : undefined;
  } catch {
    return undefined;
  }
}

/** What composing changes nothing of. */
const onlyAscii = /^[ -~]*$/;

/** Unicode's compatibility composition and lower case; twice, for lower-casing may leave something to compose. */
export function fold(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}
