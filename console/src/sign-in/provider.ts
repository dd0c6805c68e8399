import { allowInsecureRequests, type AuthorizationServer, type Client } from "oauth4webapi";
import type { OidcConfig } from "./session-config.ts";

/** The provider as the OAuth library knows it; our API has asked it for its addresses. */
export function serverOf(config: OidcConfig): AuthorizationServer {
  return {
    issuer: config.issuer,
    authorization_endpoint: config.authorizationEndpoint,
    token_endpoint: config.tokenEndpoint,
    id_token_signing_alg_values_supported: config.idTokenAlgorithms,
    authorization_response_iss_parameter_supported: config.answersWithIssuer,
  };
}

/** The console is a public client: it has no secret, PKCE stands for it (RFC 7636, RFC 9700 section 2.1.1). */
export function clientOf(config: OidcConfig): Client {
  return { client_id: config.clientId };
}

/** Plain HTTP only to this machine itself, as the local runtime is. */
export function manners(config: OidcConfig) {
  const { hostname } = new URL(config.tokenEndpoint);
  return { [allowInsecureRequests]: hostname === "127.0.0.1" || hostname === "localhost", signal: () => AbortSignal.timeout(15_000) };
}

export function redirectUriOf(config: OidcConfig): string {
  return location.origin + config.redirectPath;
}
