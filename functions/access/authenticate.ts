import type { Caller } from "#core/access/caller.ts";
import type { Stores } from "#core/ports/stores.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { callerOfApiKey } from "./api-key-caller.ts";
import { callerOfConsoleToken } from "./console-token-caller.ts";

/** Who bears a token, or what is wrong with it in words for the person who sent it. */
export type Authenticated =
  | { readonly kind: "caller"; readonly caller: Caller }
  | { readonly kind: "refused"; readonly detail: string; readonly remedy: string };

/** What authentication stands on. */
export interface AccessContext {
  readonly stores: Pick<Stores, "apiKeys" | "secrets" | "members">;
  readonly runtime: Runtime;
}

/** Tells who asks from the `Authorization` header of their request. */
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

/** Knows everybody who may come in: programs by their key, and whoever holds the console's own token. */
export function createAuthenticate(context: AccessContext): Authenticate {
  return async (authorization) => {
    const token = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) {
      return {
        kind: "refused",
        detail: "This needs a token.",
        remedy: "Send it as `Authorization: Bearer <token>`; the console does so once you have signed in.",
      };
    }
    const caller = (await callerOfApiKey(context, token)) ?? (await callerOfConsoleToken(context, token));
    if (caller !== undefined) return { kind: "caller", caller };
    return {
      kind: "refused",
      detail: "This token is not known, has expired or was revoked.",
      remedy: "Sign in again; for a program, make a new key in the console: Settings, API keys.",
    };
  };
}
