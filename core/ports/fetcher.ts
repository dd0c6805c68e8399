import type { FetchRequest } from "#core/source/fetch-plan.ts";
import type { Json } from "#core/source/json.ts";

/**
 * What a vendor's API answered. `later` may be tried again, not before so many milliseconds where it said so; `refused` never
 * gets better by itself: the token is wrong, or what was asked for is gone.
 */
export type Fetched =
  | { readonly kind: "answer"; readonly json: Json }
  | { readonly kind: "later"; readonly problem: string; readonly afterMs: number | undefined }
  | { readonly kind: "refused"; readonly problem: string; readonly remedy: string };

/** Asks a vendor's API. `token` takes the place of `{token}` in the request's headers, and is never told to anybody else. */
export interface Fetcher {
  fetch(request: FetchRequest, token: string): Promise<Fetched>;
}
