import type { Person } from "#core/person/person.ts";
import type { Page, Stores } from "#core/ports/stores.ts";
import type { PeopleQuery } from "#core/search/saved-view.ts";
import { isFoundBy, searchTerms, searchWords } from "#core/search/search-words.ts";
import type { Instant } from "#core/time/instant.ts";

/** Most people one page of a search reads to find those it shows: what bounds its price whatever the words. */
const mostRead = 36;

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** The people a query means, page by page and by key. Words come before a stage, and a stage before an order. */
export async function findPeople(
  stores: Pick<Stores, "people" | "search">,
  query: PeopleQuery,
  page: PageRequest,
  now: Instant,
): Promise<Page<Person>> {
  if (query.q !== undefined && query.q.trim() !== "") return searchPeople(stores, query.q, query, page);
  if (query.stage !== undefined) return stores.people.listed({ by: "stage", stage: query.stage }, page);
  if (query.sort === "name") return stores.people.listed({ by: "name" }, page);
  return stores.people.ranked({ ...page, now });
}

/** Those whose words begin so. The longest word is looked up, the others are asked of who it finds. */
async function searchPeople(
  { people, search }: Pick<Stores, "people" | "search">,
  q: string,
  { stage }: PeopleQuery,
  page: PageRequest,
): Promise<Page<Person>> {
  const terms = q.trim().startsWith("#") ? [q.trim().toLowerCase()] : searchTerms(q);
  const [longest] = [...terms].sort((one, other) => other.length - one.length);
  if (longest === undefined) return { items: [], next: undefined };
  const rows = await search.find(longest, { ...page, limit: Math.min(mostRead, page.limit) });
  const found = await people.several([...new Set(rows.items)]);
  return {
    items: found.filter((person) => isFoundBy(searchWords(person), terms) && (stage === undefined || person.stage.value === stage)),
    next: rows.next,
  };
}
