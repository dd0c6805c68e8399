import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { demoPeople } from "#local/oidc/demo-people.ts";
import type { Role } from "#core/access/role.ts";
import type { StartedCommand } from "#tests/e2e/start-command.ts";

const tokensSchema = z.looseObject({ id_token: z.string(), refresh_token: z.string(), expires_in: z.number() });
export type Tokens = z.infer<typeof tokensSchema>;

/** Signs in as the example's person of a role, by the local issuer's own page and PKCE, over HTTP. */
export async function signInAs(role: Role, { url, token }: Pick<StartedCommand, "url" | "token">): Promise<Tokens> {
  const { email } = demoPeople.find((person) => person.role === role) ?? demoPeople[0];
  const verifier = randomBytes(32).toString("base64url");
  const redirectUri = `${url}/signed-in`;
  const authorize = new URL(`${url}/local/oidc/authorize`);
  authorize.search = new URLSearchParams({
    client_id: "relance-console",
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email profile offline_access",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "state",
  }).toString();
  const post = (fields: Readonly<Record<string, string>>, cookie = ""): Promise<Response> =>
    fetch(authorize, { method: "POST", redirect: "manual", body: new URLSearchParams(fields), headers: { origin: url, cookie } });
  const cookie = (await post({ token })).headers.get("set-cookie")?.split(";")[0] ?? "";
  const location = (await post({ person: email }, cookie)).headers.get("location");
  const code = new URL(location ?? "", url).searchParams.get("code");
  if (code === null) throw new Error(`the local issuer gave no code for ${email}`);
  const answer = await fetch(`${url}/local/oidc/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier }),
  });
  return tokensSchema.parse(await answer.json());
}
