import * as z from "zod";

const metadataSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(["RS256"]),
  scopes_supported: z.array(z.string()).default([]),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

/** What an OpenID provider says of itself (OpenID Connect Discovery 1.0, section 3). */
export type ProviderMetadata = z.infer<typeof metadataSchema>;

/** The provider cannot be asked, or says what cannot be used. `message` says which. */
export class ProviderUnreachable extends Error {}

/** How long a provider may take to answer, in milliseconds. */
const patience = 5_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Asks the provider; a network's failure, a redirect or an answer other than 200 is `ProviderUnreachable`. */
export async function askProvider(fetch: Fetch, url: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(patience) });
  } catch (fault) {
    throw new ProviderUnreachable(`${url} does not answer: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  if (answer.status !== 200) throw new ProviderUnreachable(`${url} answered ${answer.status}`);
  return answer;
}

/** Reads the discovery document. One that speaks for another issuer is refused (section 4.3). */
export async function discover(fetch: Fetch, issuer: string): Promise<ProviderMetadata> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await askProvider(fetch, url, { headers: { accept: "application/json" } });
  const read = metadataSchema.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) throw new ProviderUnreachable(`${url} is no discovery document: ${z.prettifyError(read.error)}`);
  if (read.data.issuer !== issuer) throw new ProviderUnreachable(`${url} speaks for ${read.data.issuer}, not for ${issuer}`);
  return read.data;
}
