import type { Caller } from "#core/access/caller.ts";
import { callerOfMember } from "#core/access/member.ts";
import { consoleToken } from "#core/secret/derive-key.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import type { AccessContext } from "./authenticate.ts";

/** The owner of a base that has nobody to sign in yet: the one who holds the token that is derived from its root key. */
const holder = { id: "mem_00000000000000000000000000", name: "Console", email: "", role: "owner" } as const;

export async function callerOfConsoleToken({ stores, runtime }: AccessContext, token: string): Promise<Caller | undefined> {
  const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
  return sameText(token, consoleToken(rootKey)) ? callerOfMember(holder) : undefined;
}
