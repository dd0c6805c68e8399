import type { Person } from "#core/person/person.ts";
import type { Instant } from "#core/time/instant.ts";

/**
 * When somebody who need not be called now comes back onto the list: at the call they were promised, or when what put it off
 * is over. Undefined where nothing was agreed, or a call is called for already.
 */
export function laterCallAt(person: Person): Instant | undefined {
  if (person.call !== undefined || person.suppressed?.reason === "complained") return undefined;
  const { nextCallAt, snoozed, updatedAt } = person;
  const instants = [nextCallAt, snoozed !== undefined && snoozed.until > updatedAt ? snoozed.until : undefined];
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
