/** A question to a vendor's API. `{token}` in a header stands for the source's access token, which only the fetcher knows. */
export interface FetchRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
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
