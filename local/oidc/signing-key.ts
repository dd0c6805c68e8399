import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import { type Instant, second } from "#core/time/instant.ts";
import { writeWhole } from "#local/journal.ts";

const algorithm = "ES256";
const keySchema = z.object({ kty: z.literal("EC"), crv: z.string(), x: z.string(), y: z.string(), d: z.string() });

/** The key that local tokens are signed with. It stays in the data folder, so that whoever was signed in still is after a restart. */
export interface SigningKey {
  readonly publicKey: JWK;
  sign(payload: JWTPayload, times: { readonly type: string; readonly at: Instant; readonly lasts: number }): Promise<string>;
  /** What a token of a type says, if this key signed it and it has not expired. */
  read(token: string, type: string, now: Instant): Promise<JWTPayload | undefined>;
}

export async function openSigningKey(folder: string): Promise<SigningKey> {
  const path = join(folder, "oidc-key.json");
  const jwk = (await stored(path)) ?? (await create(path));
  const { d: _secret, ...publicPart } = jwk;
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, algorithm), importJWK(publicPart, algorithm)]);
  const kid = publicPart.x.slice(0, 8);
  return {
    publicKey: { ...publicPart, kid, alg: algorithm, use: "sig" },
    sign: (payload, { type, at, lasts }) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: algorithm, kid, typ: type })
        .setIssuedAt(Math.floor(at / second))
        .setExpirationTime(Math.floor((at + lasts) / second))
        .sign(privateKey),
    read: async (token, type, now) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, { algorithms: [algorithm], typ: type, currentDate: new Date(now) });
        return payload;
      } catch {
        return undefined;
      }
    },
  };
}

async function stored(path: string): Promise<z.infer<typeof keySchema> | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : keySchema.parse(JSON.parse(text));
}

async function create(path: string): Promise<z.infer<typeof keySchema>> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = keySchema.parse(await exportJWK(privateKey));
  await writeWhole(path, JSON.stringify(jwk), 0o600);
  return jwk;
}
