import * as z from "zod";
import type { SecretStore } from "#core/ports/secret-store.ts";
import { keys } from "./table.ts";
import { absent, type TableAccess } from "./table-access.ts";

const challengeSchema = z.object({ secret: z.string() });
const secretSchema = z.object({ key: z.instanceof(Uint8Array) });

/** The root key never changes, so one read serves for as long as the store lives. */
export function secretStore(table: TableAccess): SecretStore {
  let known: Promise<Uint8Array> | undefined;
  const read = async (candidate: () => Uint8Array): Promise<Uint8Array> => {
    const item = await table.get(keys.secret, { consistent: true });
    if (item !== undefined) return secretSchema.parse(item).key;
    const key = candidate();
    if ((await table.put({ ...keys.secret, key }, absent)) === "saved") return key;
    return secretSchema.parse(await table.get(keys.secret, { consistent: true })).key;
  };
  return {
    rootKey: (candidate) => {
      known ??= read(candidate).catch((fault: unknown) => {
        known = undefined;
        throw fault;
      });
      return known;
    },
    challengeSecret: async (form) => {
      const item = await table.get(keys.challengeSecret(form));
      return item === undefined ? undefined : challengeSchema.parse(item).secret;
    },
    setChallengeSecret: async (form, secret) => {
      if (secret === undefined) await table.remove(keys.challengeSecret(form));
      else await table.put({ ...keys.challengeSecret(form), secret });
    },
  };
}
