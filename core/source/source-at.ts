import type { Instant } from "#core/time/instant.ts";
import type { Source } from "./source.ts";

/** A source as it is to be trusted at this instant: what is being replaced still counts until its time is up, and no longer. */
export function sourceAt(source: Source, now: Instant): Source {
  const running = (source.retiring ?? []).filter(({ until }) => until > now).map(({ secret }) => secret);
  const runningTokens = (source.retiringTokens ?? []).filter(({ until }) => until > now).map(({ secret }) => secret);
  return {
    ...source,
    secrets: [...source.secrets, ...running],
    ...(source.tokens === undefined ? {} : { tokens: [...source.tokens, ...runningTokens] }),
  };
}
