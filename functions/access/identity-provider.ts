import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { hour, type Instant } from "#core/time/instant.ts";
import { askProvider, discover, type Fetch, type ProviderMetadata } from "./provider-metadata.ts";

/** The one provider whose tokens are believed. What it says of itself and its keys are kept, and asked for again in time. */
export interface IdentityProvider {
  /** Throws `ProviderUnreachable` where it was never reached. */
  metadata(): Promise<ProviderMetadata>;
  /** The public key a token names. Throws `ProviderUnreachable`, or jose's error where there is no such key. */
  readonly keyOf: JWTVerifyGetKey;
}

/** What a provider says of itself is believed this long; then it is asked again, and believed on if it does not answer. */
const believed = hour;

export function createIdentityProvider({
  issuer,
  now,
  fetch = globalThis.fetch,
}: {
  readonly issuer: string;
  readonly now: () => Instant;
  readonly fetch?: Fetch;
}): IdentityProvider {
  let known: { readonly metadata: ProviderMetadata; readonly at: Instant } | undefined;
  let asking: Promise<ProviderMetadata> | undefined;
  let keys: { readonly uri: string; readonly keyOf: JWTVerifyGetKey } | undefined;

  const ask = async (): Promise<ProviderMetadata> => {
    try {
      const metadata = await discover(fetch, issuer);
      known = { metadata, at: now() };
      return metadata;
    } catch (fault) {
      if (known === undefined) throw fault;
      known = { ...known, at: now() };
      return known.metadata;
    } finally {
      asking = undefined;
    }
  };

  const metadata = async (): Promise<ProviderMetadata> => {
    if (known !== undefined && Math.abs(now() - known.at) < believed) return known.metadata;
    asking ??= ask();
    return asking;
  };

  return {
    metadata,
    keyOf: async (header, token) => {
      const { jwks_uri: uri } = await metadata();
      if (keys?.uri !== uri) {
        const keyOf = createRemoteJWKSet(new URL(uri), { [customFetch]: (url, init) => askProvider(fetch, url, init) });
        keys = { uri, keyOf };
      }
      return keys.keyOf(header, token);
    },
  };
}
