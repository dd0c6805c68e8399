import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { createIdentityProvider, type IdentityProvider } from "#functions/access/identity-provider.ts";

export const issuer = "https://id.lumen.example";
export const clientId = "relance-console";

/** An identity provider without a network: its documents, its keys, and tokens as it would sign them. */
export interface TestIssuer {
  readonly provider: IdentityProvider;
  readonly publicKey: CryptoKey;
  /** How often each address was asked. */
  readonly asked: string[];
  /** What the provider answers instead, as when it is down. */
  answer: ((url: string) => Response) | undefined;
  /** A token for somebody, as good as can be but for what is changed. */
  token(
    email: string,
    change?: Readonly<Record<string, unknown>>,
    header?: { readonly alg?: string; readonly kid?: string; readonly typ?: string },
  ): Promise<string>;
}

export async function anIssuer(now: () => number): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" }] };
  const asked: string[] = [];
  const made: TestIssuer = {
    publicKey,
    asked,
    answer: undefined,
    provider: createIdentityProvider({
      issuer,
      now,
      fetch: async (url) => {
        asked.push(url);
        if (made.answer !== undefined) return made.answer(url);
        if (url === `${issuer}/jwks`) return Response.json(jwks);
        if (url !== `${issuer}/.well-known/openid-configuration`) return new Response(null, { status: 404 });
        return Response.json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ["RS256"],
        });
      },
    }),
    token: (email, change = {}, header = {}) =>
      new SignJWT({ ...claimsOf(email, now()), ...change })
        .setProtectedHeader({ alg: "RS256", kid: "one", typ: "JWT", ...header })
        .sign(privateKey),
  };
  return made;
}

/** What an honest token says. */
export function claimsOf(email: string, at: number): JWTPayload {
  const now = Math.floor(at / 1000);
  return { iss: issuer, aud: clientId, sub: `sub-${email}`, email, email_verified: true, iat: now, exp: now + 900 };
}
