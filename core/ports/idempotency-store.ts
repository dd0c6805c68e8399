import type { Instant } from "#core/time/instant.ts";

/** What was answered to a request that named itself by an idempotency key. */
export interface KeptAnswer {
  /** A digest of the request: the same key with another request is a mistake. */
  readonly fingerprint: string;
  /** Absent while the request is being worked on. */
  readonly answer?: { readonly status: number; readonly body: string; readonly contentType: string };
}

export interface IdempotencyStore {
  /** Takes the key for this request until an instant; or answers what stands under it. */
  take(caller: string, key: string, fingerprint: string, until: Instant, now: Instant): Promise<"taken" | KeptAnswer>;
  keep(caller: string, key: string, kept: KeptAnswer, until: Instant): Promise<void>;
  /** Lets go of a key whose request failed: it may be tried again. */
  release(caller: string, key: string): Promise<void>;
}
