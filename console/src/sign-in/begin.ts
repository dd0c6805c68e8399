import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from "oauth4webapi";
import { redirectUriOf } from "./provider.ts";
import { session } from "./session.ts";
import type { OidcConfig } from "./session-config.ts";

/** What only this tab knows of a sign-in on its way: whoever comes back without it has not begun it here. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly backTo: string;
}

const kept = "relance.signing-in";

/** Goes to the provider: authorisation code with PKCE (S256), a state against foreign answers, a nonce against replayed tokens. */
export async function beginSignIn(config: OidcConfig, language: string): Promise<void> {
  const isBack = location.pathname === config.redirectPath;
  const pending: Pending = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    verifier: generateRandomCodeVerifier(),
    backTo: isBack ? "/" : location.pathname + location.search,
  };
  sessionStorage.setItem(kept, JSON.stringify(pending));
  const url = new URL(config.authorizationEndpoint);
  const asked = {
    client_id: config.clientId,
    redirect_uri: redirectUriOf(config),
    response_type: "code",
    scope: config.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
    ui_locales: language,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  if (config.demo) await showToken();
  location.assign(url);
}

/** What a sign-in began with, once: a second answer to it finds nothing. */
export function takePending(): Pending | undefined {
  const found: unknown = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  sessionStorage.removeItem(kept);
  return isPending(found) ? found : undefined;
}

function isPending(value: unknown): value is Pending {
  return typeof value === "object" && value !== null && "state" in value && "nonce" in value && "verifier" in value && "backTo" in value;
}

/** The local provider lets only the owner of the machine choose who to be: whoever came by the printed link need not show it twice. */
async function showToken(): Promise<void> {
  const held = session();
  if (held?.kind !== "token") return;
  await fetch("/local/session", { method: "POST", body: JSON.stringify({ token: held.token }) }).catch(() => undefined);
}
