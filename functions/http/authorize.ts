import { consoleToken } from "#core/secret/derive-key.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import type { HttpProblem } from "./problem.ts";

export type Authorized = { readonly kind: "ok" } | { readonly kind: "refused"; readonly problem: HttpProblem };

/**
 * Whether a request bears the console's token (`Authorization: Bearer …`, RFC 6750), compared in constant time.
 */
export function authorize(request: { readonly headers: Readonly<Record<string, string | undefined>> }, rootKey: Uint8Array): Authorized {
  const header = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const token = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1];
  if (token !== undefined && sameText(token, consoleToken(rootKey))) return { kind: "ok" };
  return {
    kind: "refused",
    problem: {
      status: 401,
      code: "unauthorized",
      title: token === undefined ? "This needs the console's token." : "This is not the console's token.",
      remedy: "Open the console by the whole link that Relance printed when it started: the token stands behind its #.",
    },
  };
}
