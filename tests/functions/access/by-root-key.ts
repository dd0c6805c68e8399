import type { ApiKeyStore, AuditStore, MemberStore } from "#core/ports/stores.ts";
import { authorize } from "#functions/access/authorize.ts";
import { createAuthenticate } from "#functions/access/authenticate.ts";

const nobody = (): never => {
  throw new Error("nobody is in the team, and no key was made");
};
const apiKeys: ApiKeyStore = { find: async () => undefined, list: async () => [], put: nobody, use: nobody, revoke: nobody };
const members: MemberStore = { list: async () => [], add: nobody, setRole: nobody, see: nobody, remove: nobody };
const audit: AuditStore = { append: nobody, page: nobody };

/** Whether a request may publish, where nobody but the holder of the console's token comes in. */
export function authorizeByRootKey(request: { readonly headers: Readonly<Record<string, string | undefined>> }, rootKey: Uint8Array) {
  const stores = { apiKeys, members, audit, secrets: { rootKey: async () => rootKey } };
  const runtime = { now: () => 0, random: (bytes: number) => new Uint8Array(bytes) };
  return authorize(request, createAuthenticate({ stores, runtime, signIn: undefined }), "definitions:publish");
}
