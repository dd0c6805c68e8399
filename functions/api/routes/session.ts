import { redirectPath, type SessionConfig, sessionConfigSchema } from "#contract/session.ts";
import { type ProviderMetadata, ProviderUnreachable } from "#functions/access/provider-metadata.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { answerProblem } from "../problems.ts";
import { json, problem, route } from "../route.ts";

const config = route({
  method: "get",
  path: "/api/session/config",
  summary: "How one signs in here",
  allow: "anybody",
  responses: {
    200: json(sessionConfigSchema, "By OpenID Connect, or by the console's own token."),
    503: problem("The identity provider does not answer."),
  },
});

/** The console is told the provider's addresses instead of asking it: the sign-in page knows at once whether it answers. */
export function sessionRoutes(app: ApiApp, { signIn, provider, local, workshop }: ApiContext): void {
  app.openapi(config, async (c) => {
    if (signIn === undefined || provider === undefined) return c.json({ kind: "token" } satisfies SessionConfig, 200);
    try {
      const metadata = await provider.metadata();
      const how: SessionConfig = {
        kind: "oidc",
        issuer: signIn.issuer,
        clientId: signIn.clientId,
        scope: scopeOf(metadata),
        redirectPath,
        demo: local && signIn.issuer.startsWith(`${workshop.publicUrl}/`),
        authorizationEndpoint: metadata.authorization_endpoint,
        tokenEndpoint: metadata.token_endpoint,
        endSessionEndpoint: metadata.end_session_endpoint ?? null,
        idTokenAlgorithms: metadata.id_token_signing_alg_values_supported,
        answersWithIssuer: metadata.authorization_response_iss_parameter_supported,
      };
      return c.json(how, 200);
    } catch (fault) {
      if (!(fault instanceof ProviderUnreachable)) throw fault;
      return answerProblem(c, 503, "identity-provider-unreachable", {
        detail: `The identity provider cannot be asked: ${fault.message}.`,
        remedy: "Try again in a minute. If it lasts, see whether the provider is up and OIDC_ISSUER is its address.",
      }) as never;
    }
  });
}

/** Who somebody is, and where the provider knows that scope, leave to renew the session (OpenID Connect Core 1.0, section 11). */
function scopeOf({ scopes_supported: scopes }: ProviderMetadata): string {
  return ["openid", "email", "profile", ...(scopes.includes("offline_access") ? ["offline_access"] : [])].join(" ");
}
