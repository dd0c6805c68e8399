import { session } from "./session.ts";

let renewing: Promise<boolean> | undefined;

/** Renews the session without anybody noticing, once for all who ask meanwhile. Says whether there is a fresh token. */
export function renew(): Promise<boolean> {
  renewing ??= import("./renew-now.ts")
    .then(({ renewNow }) => renewNow())
    .catch(() => false)
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

/** The token to bear, renewed if it is about to end. */
export async function freshToken(): Promise<string | undefined> {
  const held = session();
  if (held?.kind === "oidc" && held.refreshToken !== undefined && Date.now() >= held.renewAt) await renew();
  return session()?.token;
}
