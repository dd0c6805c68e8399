import { getValidatedIdTokenClaims, type TokenEndpointResponse } from "oauth4webapi";
import type { Session } from "./session.ts";

/** A token is renewed this long before its end, or at half its life if that is shorter; in seconds. */
const early = 60;

/** What a tab bears once the provider has given tokens. The token's life is measured from now: clocks may differ. */
export function sessionOf(tokens: TokenEndpointResponse, before: string | undefined): Session | undefined {
  const claims = getValidatedIdTokenClaims(tokens);
  if (tokens.id_token === undefined || claims === undefined) return undefined;
  const life = claims.exp - claims.iat;
  const refreshToken = tokens.refresh_token ?? before;
  return {
    kind: "oidc",
    token: tokens.id_token,
    renewAt: Date.now() + (life - Math.min(early, life / 2)) * 1_000,
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}
