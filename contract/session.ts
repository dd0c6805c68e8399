import * as z from "zod";

/** How one signs in here, for whoever has no token yet. What it says is public: the provider says the same to everybody. */
export const sessionConfigSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("token") }).describe("by the console's own token: no identity provider is configured"),
  z
    .object({
      kind: z.literal("oidc"),
      issuer: z.string(),
      clientId: z.string(),
      scope: z.string(),
      redirectPath: z.string().describe("where the provider sends people back to, on the console's origin"),
      demo: z.boolean().describe("the local runtime's own provider, where one picks who to be"),
      authorizationEndpoint: z.string(),
      tokenEndpoint: z.string(),
      endSessionEndpoint: z.string().nullable(),
      idTokenAlgorithms: z.array(z.string()),
      answersWithIssuer: z.boolean().describe("RFC 9207"),
    })
    .describe("by OpenID Connect: authorisation code with PKCE"),
]);
export type SessionConfig = z.infer<typeof sessionConfigSchema>;

/** Where the provider sends people back to; it is what a client is registered with. */
export const redirectPath = "/signed-in";
