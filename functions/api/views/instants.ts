import { type Instant, toIso } from "#core/time/instant.ts";

/** An instant as the API writes it, or null where there is none. */
export function isoOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : toIso(at);
}
