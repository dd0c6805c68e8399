import type { Caller } from "#core/access/caller.ts";
import type { ApiStores } from "#core/ports/stores.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { callerOfApiKey } from "./api-key-caller.ts";
import { callerOfConsoleToken } from "./console-token-caller.ts";
import { createIdentityProvider, type IdentityProvider } from "./identity-provider.ts";
import { callerOfIdentity } from "./member-caller.ts";
import { ProviderUnreachable } from "./provider-metadata.ts";
import type { SignIn } from "./sign-in.ts";
import { verifyIdToken } from "./verify-id-token.ts";

/**
 * Who bears a token, or what is wrong with it in words for the person who sent it: nothing is known of them (401), it is
 * known who they are and they are not of the team (403), or the provider cannot be asked (503).
 */
export type Authenticated =
  | { readonly kind: "caller"; readonly caller: Caller }
  | { readonly kind: "refused" | "not-a-member" | "unreachable"; readonly detail: string; readonly remedy: string };

/** What authentication stands on. */
export interface AccessContext {
  readonly stores: Pick<ApiStores, "apiKeys" | "secrets" | "members" | "audit">;
  readonly runtime: Runtime;
}

/** Tells who asks from the `Authorization` header of their request. */
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

/**
 * Knows everybody who may come in: programs by their key; the team by its identity provider's id tokens or, where there is
 * none, the owner by the console's own token. Never both: that token would outlive every role.
 */
export function createAuthenticate(
  context: AccessContext & {
    readonly signIn: SignIn | undefined;
    readonly provider?: IdentityProvider | undefined;
  },
): Authenticate {
  const { signIn, runtime } = context;
  const provider =
    context.provider ?? (signIn === undefined ? undefined : createIdentityProvider({ issuer: signIn.issuer, now: runtime.now }));
  return async (authorization) => {
    const token = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) {
      return {
        kind: "refused",
        detail: "This needs a token.",
        remedy: "Send it as `Authorization: Bearer <token>`; the console does so once you have signed in.",
      };
    }
    const program = await callerOfApiKey(context, token);
    if (program !== undefined) return { kind: "caller", caller: program };
    if (signIn !== undefined && provider !== undefined && isJwt(token)) return authenticateMember(context, { signIn, provider, token });
    const holder = signIn === undefined ? await callerOfConsoleToken(context, token) : undefined;
    if (holder !== undefined) return { kind: "caller", caller: holder };
    return {
      kind: "refused",
      detail: "This token is not known, has expired or was revoked.",
      remedy: "Sign in again; for a program, make a new key in the console: Settings, API keys.",
    };
  };
}

async function authenticateMember(
  context: AccessContext,
  { signIn, provider, token }: { readonly signIn: SignIn; readonly provider: IdentityProvider; readonly token: string },
): Promise<Authenticated> {
  try {
    const verified = await verifyIdToken(token, { ...signIn, keyOf: provider.keyOf, now: context.runtime.now() });
    if (verified.kind === "refused") return verified;
    const caller = await callerOfIdentity(context, signIn, verified.identity);
    if (caller !== undefined) return { kind: "caller", caller };
    return {
      kind: "not-a-member",
      detail: `${verified.identity.email} is not in the team.`,
      remedy: "Ask an owner to add this address: Settings, Team.",
    };
  } catch (fault) {
    if (!(fault instanceof ProviderUnreachable)) throw fault;
    return {
      kind: "unreachable",
      detail: `The identity provider cannot be asked: ${fault.message}.`,
      remedy: "Try again in a minute; programs with a key are not hindered.",
    };
  }
}

/** Three parts of base64url (RFC 7519): anything else need not trouble the provider. */
function isJwt(token: string): boolean {
  return token.length < 10_000 && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}
