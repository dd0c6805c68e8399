import * as z from "zod";

/** Hosts whose traffic stays on this machine, so that plain HTTP tells nobody anything. */
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;
const issuer = z.url().refine((url) => url.startsWith("https://") || loopback.test(url), "an https address");

/** What a function that knows its callers reads from its environment; empty where nobody signs in by OpenID Connect. */
export const signInEnvironment = {
  OIDC_ISSUER: z.union([z.literal(""), issuer]).default(""),
  OIDC_CLIENT_ID: z.string().default(""),
  OWNER_EMAIL: z.union([z.literal(""), z.email()]).default(""),
};

type SignInEnvironment = { readonly [Name in keyof typeof signInEnvironment]: string };

/** The identity provider whose word is taken for who somebody is, and who owns a base that has no team yet. */
export interface SignIn {
  /** Exactly as the provider writes it in its tokens, with or without a final slash. */
  readonly issuer: string;
  readonly clientId: string;
  readonly ownerEmail: string | undefined;
}

/** How people sign in; undefined where the console's own token opens everything. */
export function signInOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OWNER_EMAIL }: SignInEnvironment): SignIn | undefined {
  if (OIDC_ISSUER === "") return undefined;
  if (OIDC_CLIENT_ID === "") throw new Error("OIDC_ISSUER is set and OIDC_CLIENT_ID is not: nobody could sign in. Set both or neither.");
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, ownerEmail: OWNER_EMAIL === "" ? undefined : OWNER_EMAIL };
}
