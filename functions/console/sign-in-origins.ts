import type { IdentityProvider } from "#functions/access/identity-provider.ts";
import { ProviderUnreachable } from "#functions/access/provider-metadata.ts";

/**
 * Where the console's page fetches tokens. Providers give them at another origin than their issuer's name (Cognito's is its
 * domain). Where the provider cannot be asked the page is shown all the same: it says so itself.
 */
export async function signInOrigins(issuer: string, provider: IdentityProvider): Promise<readonly string[]> {
  try {
    const { token_endpoint: tokens } = await provider.metadata();
    return [...new Set([issuer, tokens].map((url) => new URL(url).origin))];
  } catch (fault) {
    if (!(fault instanceof ProviderUnreachable)) throw fault;
    return [new URL(issuer).origin];
  }
}
