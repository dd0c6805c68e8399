import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as z from "zod";
import { memberEmail } from "#core/access/member-email.ts";
import { day, type Instant, second } from "#core/time/instant.ts";

/** What a token is good for: an address the provider vouches for. */
export interface Identity {
  readonly email: string;
  readonly name: string | undefined;
}

export type Verified =
  | { readonly kind: "verified"; readonly identity: Identity }
  | { readonly kind: "refused"; readonly detail: string; readonly remedy: string };

/** Signatures only the provider can make. Not `none`; not HMAC, whose "secret" would be the public key. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** How far two honest clocks may be apart, and how old a token may be whatever its own `exp` says. */
const tolerance = 30;
const oldest = day / second;

const claimsSchema = z.looseObject({
  email: z.string(),
  email_verified: z.literal(true),
  name: z.string().trim().min(1).max(100).optional(),
});

/**
 * Verifies an id token (OpenID Connect Core 1.0, section 3.1.3.7): signed by the issuer, for this client, now. Its address
 * must be verified, for it is what a member is known by. Throws `ProviderUnreachable` where its key cannot be had.
 */
export async function verifyIdToken(
  token: string,
  expected: { readonly issuer: string; readonly clientId: string; readonly keyOf: JWTVerifyGetKey; readonly now: Instant },
): Promise<Verified> {
  const { issuer, clientId, keyOf, now } = expected;
  let payload: JWTPayload;
  try {
    const verified = await jwtVerify(token, keyOf, {
      algorithms,
      issuer,
      audience: clientId,
      currentDate: new Date(now),
      clockTolerance: tolerance,
      maxTokenAge: oldest,
      requiredClaims: ["sub", "exp", "iat"],
    });
    const type = verified.protectedHeader.typ?.toLowerCase();
    if (type !== undefined && type !== "jwt") return refused(`This is a token of the type ${type}, not an id token.`);
    payload = verified.payload;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return refusalOf(fault);
    throw fault;
  }
  const party = payload["azp"];
  if (party !== undefined ? party !== clientId : Array.isArray(payload.aud) && payload.aud.length > 1) {
    return refused("This token was made for another program.");
  }
  const claims = claimsSchema.safeParse(payload);
  const email = claims.success ? memberEmail(claims.data.email) : undefined;
  if (!claims.success || email === undefined) {
    return {
      kind: "refused",
      detail: "Your identity provider does not vouch for an e-mail address of yours.",
      remedy: "Have it verify your address, and let it put `email` and `email_verified` into the id token (scope `email`).",
    };
  }
  return { kind: "verified", identity: { email, name: claims.data.name } };
}

function refusalOf(fault: errors.JOSEError): Verified {
  if (fault instanceof errors.JWTExpired) return refused("Your session has ended.");
  if (fault instanceof errors.JWTClaimValidationFailed && (fault.claim === "nbf" || fault.claim === "iat")) {
    return {
      kind: "refused",
      detail: "This token is of a time that has not come.",
      remedy: "The identity provider's clock and ours are apart: let both follow a time server, then sign in again.",
    };
  }
  if (fault instanceof errors.JWTClaimValidationFailed) return refused(`This token is not for here: its ${fault.claim} is another.`);
  return refused("This token is not one of our identity provider's.");
}

function refused(detail: string): Verified {
  return { kind: "refused", detail, remedy: "Sign in again." };
}
