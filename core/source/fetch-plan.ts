/** A question to a vendor's API. `{token}` in a header or a field stands for the source's access token, which only the fetcher knows. */
export interface FetchRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is posted, as a form; without it the address is read. */
  readonly form?: Readonly<Record<string, string>>;
  /** How long to wait for the answer, in milliseconds, where somebody waits for ours. */
  readonly within?: number;
}

/** Everything to ask for about one event, in the order its kind reads the answers, and what the event itself told. */
export interface FetchPlan {
  readonly requests: readonly FetchRequest[];
  readonly about: Readonly<Record<string, string>>;
}

/** A request that shows the token as OAuth 2.0 does (RFC 6750). */
export function withBearer(url: string): FetchRequest {
  return { url, headers: { accept: "application/json", authorization: "Bearer {token}" } };
}
