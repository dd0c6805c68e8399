import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { day, type Instant } from "#core/time/instant.ts";
import type { Source } from "./source.ts";

/** More than this many secrets at once is no changing over any more. */
export const mostSecrets = 5;

/** What a secret is called where it must not be seen: it says nothing of the secret to who does not know it. */
export function nameOfSecret({ id }: Pick<Source, "id">, secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${id} ${secret}`))).slice(0, 8);
}

/**
 * Gives a source a new secret. What stood stays valid for `keepDays` days: 0 ends it at once, undefined keeps it until it
 * is removed by hand. Undefined if there are too many already.
 */
export function rotateSecret(source: Source, secret: string, keepDays: number | undefined, now: Instant): Source | undefined {
  const before = source.secrets.filter((one) => one !== secret);
  const running = (source.retiring ?? []).filter((one) => one.until > now && one.secret !== secret);
  const ended = keepDays === undefined ? [] : before.map((one) => ({ secret: one, until: now + keepDays * day }));
  const rotated = {
    ...source,
    secrets: [secret, ...(keepDays === undefined ? before : [])],
    retiring: [...ended.filter(({ until }) => until > now), ...running],
  };
  return rotated.secrets.length + rotated.retiring.length > mostSecrets ? undefined : rotated;
}

/** Takes a secret away by its name, from this moment on; undefined if there is none of that name. */
export function removeSecret(source: Source, name: string): Source | undefined {
  const isOther = (secret: string): boolean => nameOfSecret(source, secret) !== name;
  const secrets = source.secrets.filter(isOther);
  const retiring = (source.retiring ?? []).filter(({ secret }) => isOther(secret));
  const found = secrets.length < source.secrets.length || retiring.length < (source.retiring ?? []).length;
  return found ? { ...source, secrets, retiring } : undefined;
}

/** Gives a source's address a new token. The old address stays valid for so many days. */
export function rotateToken(source: Source, token: string, keepDays: number, now: Instant): Source {
  const running = (source.retiringTokens ?? []).filter(({ until }) => until > now);
  const ended = keepDays === 0 ? [] : (source.tokens ?? []).map((secret) => ({ secret, until: now + keepDays * day }));
  return { ...source, tokens: [token], retiringTokens: [...ended, ...running].slice(0, mostSecrets) };
}
