import type { Person } from "#core/person/person.ts";
import type { Zones } from "./zones.ts";

/** The zone a person's clock is in: their own where it is one, else the company's. */
export function zoneOf(person: Pick<Person, "timeZone">, fallback: string, zones: Zones): string {
  if (person.timeZone !== undefined && zones.isKnown(person.timeZone)) return person.timeZone;
  return zones.isKnown(fallback) ? fallback : "UTC";
}
