import type { ApiKey, ApiKeyId } from "#core/access/api-key.ts";
import type { Instant } from "#core/time/instant.ts";

/** The keys of programs: few, read whole. Revoked ones stay, so that the log's names can be told. */
export interface ApiKeyStore {
  find(id: ApiKeyId): Promise<ApiKey | undefined>;
  list(): Promise<readonly ApiKey[]>;
  put(key: ApiKey): Promise<void>;
  /** Notes when a key was last used, beside whatever else happens to it meanwhile. */
  use(id: ApiKeyId, at: Instant): Promise<void>;
  /** The first instant at which it was revoked stays. */
  revoke(id: ApiKeyId, at: Instant): Promise<void>;
}
