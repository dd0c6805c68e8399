import { guessMapping } from "#core/source/guess-mapping.ts";
import { parseJson } from "#core/source/json.ts";
import type { Source } from "./ask.ts";

/** What a field of a delivery can be said to be. */
export const mappable = [
  "email",
  "firstName",
  "lastName",
  "fullName",
  "phone",
  "company",
  "message",
  "locale",
  "consent",
  "eventId",
  "utm.source",
  "utm.medium",
  "utm.campaign",
  "purchase.id",
  "purchase.amount",
  "purchase.currency",
] as const;
export type Mappable = (typeof mappable)[number];

/** The mapping one begins to mend: the source's own; of a sender nobody described, what is guessed of its words. */
export function firstMapping(source: Source, text: string | null): Readonly<Record<string, string>> {
  if (source.mapping !== null) return source.mapping;
  const json = text === null ? undefined : parseJson(text);
  return source.kind === "json" && json !== undefined ? guessMapping(json) : {};
}

/** A mapping in which one field is said to be something, or nothing any more. What it was said of before is let go. */
export function pointed(
  mapping: Readonly<Record<string, string>>,
  at: string,
  meaning: Mappable | undefined,
): Readonly<Record<string, string>> {
  const rest = Object.entries(mapping).filter(([field, place]) => field !== meaning && (place !== at || !isMappable(field)));
  return Object.fromEntries(meaning === undefined ? rest : [...rest, [meaning, at]]);
}

export function meaningOf(mapping: Readonly<Record<string, string>>, at: string): Mappable | undefined {
  return mappable.find((field) => mapping[field] === at);
}

function isMappable(field: string): field is Mappable {
  return mappable.some((known) => known === field);
}
