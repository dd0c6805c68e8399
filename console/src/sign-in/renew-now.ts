import { None, processRefreshTokenResponse, refreshTokenGrantRequest } from "oauth4webapi";
import { clientOf, manners, serverOf } from "./provider.ts";
import { hold, session } from "./session.ts";
import { sessionConfig } from "./session-config.ts";
import { sessionOf } from "./tokens.ts";

/** Trades the refresh token for a fresh id token (RFC 6749 section 6). Says whether there is one. */
export async function renewNow(): Promise<boolean> {
  const held = session();
  if (held?.kind !== "oidc" || held.refreshToken === undefined) return false;
  const config = await sessionConfig();
  if (config.kind !== "oidc") return false;
  const [server, client] = [serverOf(config), clientOf(config)];
  const response = await refreshTokenGrantRequest(server, client, None(), held.refreshToken, manners(config));
  const next = sessionOf(await processRefreshTokenResponse(server, client, response), held.refreshToken);
  // Whoever signed out meanwhile, or is somebody else by now, stays so.
  if (next === undefined || session() !== held) return false;
  hold(next);
  return true;
}
