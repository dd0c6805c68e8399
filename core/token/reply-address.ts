import { makeToken } from "./make-token.ts";
import { type ReadToken, readToken } from "./read-token.ts";
import type { TokenSubject } from "./token.ts";

/** Where an answer to one mail comes back to: before the @, who answers and to what. */
export function replyAddress(rootKey: Uint8Array, subject: TokenSubject, domain: string): string {
  return `${makeToken(rootKey, "reply", subject)}@${domain}`;
}

/** Whom an address that mail came to speaks for. Its case is not trusted: servers on the way may have changed it. */
export function readReplyAddress(rootKey: Uint8Array, address: string): ReadToken {
  const [token = ""] = address.trim().toLowerCase().split("@", 1);
  return readToken(rootKey, "reply", token);
}
