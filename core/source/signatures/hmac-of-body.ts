import { hmacText, matches, type SignatureEncoding, type SignatureScheme } from "./scheme.ts";

/** A header holds the HMAC-SHA256 of the body, perhaps behind a word. Nothing dates it: a replay is caught by its event's id. */
export function hmacOfBody(header: string, encoding: SignatureEncoding, prefix = ""): SignatureScheme {
  return (secret, { headers, body }) => matches(headers[header], prefix + hmacText(secret, body, encoding), encoding);
}
