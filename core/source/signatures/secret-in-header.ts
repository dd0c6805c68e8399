import { sameText } from "#core/secret/same-bytes.ts";
import type { SignatureScheme } from "./scheme.ts";

/** The secret itself in a header, for tools that sign nothing and let one add a header: as it is, or as a bearer token. */
export function secretInHeader(header: string): SignatureScheme {
  return (secret, { headers }) => {
    const given = headers[header];
    return given !== undefined && sameText(given.replace(/^(?:Bearer|Basic) +/i, "").trim(), secret);
  };
}
