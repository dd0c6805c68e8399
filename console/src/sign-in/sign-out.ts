import { drop } from "./session.ts";
import { sessionConfig } from "./session-config.ts";

/**
 * Signs out here and at the provider (OpenID Connect RP-Initiated Logout 1.0). Cognito knows the way back as `logout_uri`;
 * each provider leaves alone what it does not know.
 */
export async function signOut(): Promise<void> {
  const config = await sessionConfig().catch(() => undefined);
  drop();
  if (config?.kind !== "oidc" || config.endSessionEndpoint === null) return location.assign("/");
  const url = new URL(config.endSessionEndpoint);
  const home = `${location.origin}/`;
  for (const [name, value] of Object.entries({ client_id: config.clientId, post_logout_redirect_uri: home, logout_uri: home }))
    url.searchParams.set(name, value);
  location.assign(url);
}
