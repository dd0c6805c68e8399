import { callerOfKey, readApiKeyToken } from "#core/access/api-key.ts";
import type { Caller } from "#core/access/caller.ts";
import { day } from "#core/time/instant.ts";
import type { AccessContext } from "./authenticate.ts";

/** The program whose key this is. Its use is noted once a day. */
export async function callerOfApiKey({ stores, runtime }: AccessContext, token: string): Promise<Caller | undefined> {
  const read = readApiKeyToken(token);
  if (read === undefined) return undefined;
  const key = await stores.apiKeys.find(read.id);
  const caller = key === undefined ? undefined : callerOfKey(key, read.secret);
  if (key === undefined || caller === undefined) return undefined;
  const now = runtime.now();
  if (now - (key.usedAt ?? 0) >= day) await stores.apiKeys.use(key.id, now);
  return caller;
}
