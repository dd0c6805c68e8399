import { createHash } from "node:crypto";
import { redirectPath } from "#contract/session.ts";
import { toBase64Url } from "#core/secret/base64.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import { day, hour, type Instant, minute } from "#core/time/instant.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { type DemoPerson, demoPeople } from "./demo-people.ts";
import type { SigningKey } from "./signing-key.ts";

/** The client that the console is to the local issuer. */
export const localClientId = "relance-console";

const lasts = { code: minute, idToken: hour, refreshToken: 30 * day } as const;
const types = { idToken: "JWT", refreshToken: "refresh+jwt" } as const;

/** What the console asks with (RFC 6749 section 4.1.1, RFC 7636). */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
  readonly nonce: string | undefined;
}

export interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
}

/** A small OpenID provider for one machine: whoever shows the printed token may be any of the four demo people. */
export interface LocalIssuer {
  readonly url: string;
  readonly publicKey: SigningKey["publicKey"];
  /** Whether a redirect leads back to our own console. */
  knows(redirectUri: string): boolean;
  /** A code for one person, good once and for a minute. */
  authorize(request: AuthorizationRequest, email: string): string | undefined;
  exchange(code: string, redirectUri: string, verifier: string): Promise<Tokens | undefined>;
  refresh(token: string): Promise<Tokens | undefined>;
  idTokenOf(person: DemoPerson): Promise<string>;
}

interface Granted {
  readonly request: AuthorizationRequest;
  readonly person: DemoPerson;
  readonly until: Instant;
}

export function createIssuer(parts: {
  readonly origins: readonly string[];
  readonly key: SigningKey;
  readonly runtime: Runtime;
}): LocalIssuer {
  const { origins, key, runtime } = parts;
  const url = `${origins[0]}/local/oidc`;
  const granted = new Map<string, Granted>();
  const redirectUris = new Set(origins.map((origin) => `${origin}${redirectPath}`));

  const idTokenOf = ({ email, name }: DemoPerson, nonce?: string): Promise<string> =>
    key.sign(
      { iss: url, aud: localClientId, sub: email, email, email_verified: true, name, ...(nonce === undefined ? {} : { nonce }) },
      { type: types.idToken, at: runtime.now(), lasts: lasts.idToken },
    );
  const tokensOf = async (person: DemoPerson, nonce?: string): Promise<Tokens> => {
    const stays = { iss: url, aud: "refresh", sub: person.email };
    return {
      id_token: await idTokenOf(person, nonce),
      access_token: toBase64Url(runtime.random(16)),
      refresh_token: await key.sign(stays, { type: types.refreshToken, at: runtime.now(), lasts: lasts.refreshToken }),
      token_type: "Bearer",
      expires_in: lasts.idToken / 1000,
    };
  };

  return {
    url,
    publicKey: key.publicKey,
    knows: (redirectUri) => redirectUris.has(redirectUri),
    authorize: (request, email) => {
      const person = demoPeople.find((each) => each.email === email);
      if (person === undefined) return undefined;
      const code = toBase64Url(runtime.random(32));
      granted.set(code, { request, person, until: runtime.now() + lasts.code });
      return code;
    },
    exchange: async (code, redirectUri, verifier) => {
      const grant = granted.get(code);
      granted.delete(code);
      if (grant === undefined || grant.until < runtime.now() || grant.request.redirectUri !== redirectUri) return undefined;
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      return sameText(challenge, grant.request.challenge) ? tokensOf(grant.person, grant.request.nonce) : undefined;
    },
    refresh: async (token) => {
      const read = await key.read(token, types.refreshToken, runtime.now());
      const person = demoPeople.find(({ email }) => email === read?.sub);
      return person === undefined ? undefined : tokensOf(person);
    },
    idTokenOf: (person) => idTokenOf(person),
  };
}
