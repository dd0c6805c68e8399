/** A moment, in milliseconds since 1970-01-01T00:00:00Z. The only form in which the core and the table know time. */
export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** An instant as the API and the domain events show it: ISO 8601 in UTC with milliseconds. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}
