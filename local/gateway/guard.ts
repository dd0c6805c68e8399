import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { IncomingMessage } from "node:http";
import { toBase64Url } from "#core/secret/base64.ts";
import { deriveKey } from "#core/secret/derive-key.ts";
import { sameText } from "#core/secret/same-bytes.ts";

/** Why a request is not answered. */
export interface Refused {
  readonly status: 401 | 403 | 421;
  readonly message: string;
}

/**
 * Keeps other sites' pages away from what is the owner's alone. A page that has made its name point at this machine (DNS
 * rebinding) is known by its `Host`; one that posts from elsewhere by its `Origin` or `Sec-Fetch-Site`.
 */
export interface Guard {
  /** Whether a request is to our own name and from no other site's page. */
  ownSite(request: IncomingMessage): Refused | undefined;
  /** Whether it bears the token, or the cookie that was given for it. */
  owner(request: IncomingMessage): Refused | undefined;
  /** The cookie for whoever shows the token; scripts cannot read it and other sites' requests do not carry it. */
  cookieFor(token: string): string | undefined;
}

export function createGuard(port: number, token: string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  const name = `relance-${port}`;
  // Not the token itself: other servers of this machine get the cookies of its name, whatever their port.
  const value = toBase64Url(deriveKey(utf8ToBytes(token), `local-session-${port}`));
  return {
    ownSite: ({ headers }) => {
      if (!hosts.has(headers.host ?? "")) return { status: 421, message: `This answers to 127.0.0.1:${port} and localhost:${port} only.` };
      const site = headers["sec-fetch-site"];
      const foreign = headers.origin === undefined ? site === "cross-site" || site === "same-site" : !origins.has(headers.origin);
      return foreign && !isNavigation(headers) ? { status: 403, message: "Another site's page may not do this." } : undefined;
    },
    owner: ({ headers }) => {
      const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1];
      if (bearer !== undefined && sameText(bearer, token)) return undefined;
      const cookie = headers.cookie
        ?.split(/;\s*/)
        .find((each) => each.startsWith(`${name}=`))
        ?.slice(name.length + 1);
      if (bearer === undefined && cookie !== undefined && sameText(cookie, value)) return undefined;
      return { status: 401, message: "This needs the token. It is in the link Relance printed when it started, behind the #." };
    },
    cookieFor: (shown) => (sameText(shown, token) ? `${name}=${value}; Path=/local; HttpOnly; SameSite=Strict` : undefined),
  };
}

/** Following a link to us is anybody's right: it reads nothing back, and no GET changes anything. */
function isNavigation(headers: IncomingMessage["headers"]): boolean {
  return headers.origin === undefined && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}
