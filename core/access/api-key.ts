import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod";
import { type Id, isId, newId } from "#core/id/id.ts";
import { toBase64Url } from "#core/secret/base64.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Caller } from "./caller.ts";
import { type Permission, permissionSchema } from "./permission.ts";

export type ApiKeyId = Id<"key">;

/** A key for a program. The secret itself is shown once and kept nowhere: only its SHA-256 is (32 random bytes need no slow hash). */
export const apiKeySchema = z.object({
  id: z.custom<ApiKeyId>((value) => typeof value === "string" && value.startsWith("key_")),
  name: z.string(),
  hash: z.string(),
  scopes: z.array(permissionSchema),
  createdAt: z.number(),
  createdBy: z.string(),
  usedAt: z.number().optional().describe("to the day: a key's use is not worth a write each time"),
  revokedAt: z.number().optional(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** What tokens of keys begin with, so that scanners for leaked secrets can know them. */
const tokenPrefix = "relance_";
const secretBytes = 32;

/** A new key and the token to show once: `relance_<id>.<secret>`. `random` is 42 bytes. */
export function createApiKey(
  wanted: { readonly name: string; readonly scopes: readonly Permission[]; readonly by: string },
  now: Instant,
  random: Uint8Array,
): { readonly key: ApiKey; readonly token: string } {
  if (random.length < secretBytes + 10) throw new RangeError("a key needs 42 random bytes");
  const id = newId("key", now, random.subarray(0, 10));
  const secret = toBase64Url(random.subarray(10, 10 + secretBytes));
  const key: ApiKey = { id, name: wanted.name, hash: hashOf(secret), scopes: [...wanted.scopes], createdAt: now, createdBy: wanted.by };
  return { key, token: `${tokenPrefix}${id}.${secret}` };
}

/** The id and the secret of a token that looks like a key's. */
export function readApiKeyToken(token: string): { readonly id: ApiKeyId; readonly secret: string } | undefined {
  const [id = "", secret = "", ...more] = token.startsWith(tokenPrefix) ? token.slice(tokenPrefix.length).split(".") : [];
  return more.length === 0 && isId("key", id) && secret !== "" ? { id, secret } : undefined;
}

/** The caller a key stands for, if the secret is its own and it is not revoked. */
export function callerOfKey(key: ApiKey, secret: string): Extract<Caller, { kind: "key" }> | undefined {
  if (key.revokedAt !== undefined || !sameText(hashOf(secret), key.hash)) return undefined;
  return { kind: "key", id: key.id, name: key.name, permissions: key.scopes };
}

function hashOf(secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(secret)));
}
