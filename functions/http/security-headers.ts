/**
 * What every answer of ours carries: nothing is sniffed, framed, cached or told to the next site. Pages add the policy that
 * allows their own style; everything else may load nothing at all.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};
