import { type PersonRow, rowOf } from "#core/person/person-row.ts";
import type { Page } from "#core/ports/page.ts";
import type { Stores } from "#core/ports/stores.ts";
import type { PeopleQuery } from "#core/search/saved-view.ts";
import { isFoundBy, ownerWord, searchTerms, searchWords, sharpness, tagWord } from "#core/search/search-words.ts";
import type { Instant } from "#core/time/instant.ts";

/** Most people one page of a search reads to find those it shows: what bounds its price whatever the words. */
const mostRead = 18;

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
): Promise<Page<PersonRow>> {
  const terms = termsOf(query);
  if (terms !== undefined) return searchPeople(stores, terms, query, page);
  const isReversed = query.order === "descending";
  if (query.stage !== undefined) return stores.people.listed({ by: "stage", stage: query.stage, isReversed }, page);
  if (query.sort === "stage") return stores.people.listed({ by: "stage", isReversed }, page);
  if (query.sort === "name") return stores.people.listed({ by: "name", isReversed }, page);
  return stores.people.ranked({ ...page, now });
}

/** All that somebody must be found by; nothing where nothing is searched. */
function termsOf({ q = "", tag, owner }: PeopleQuery): readonly string[] | undefined {
  const isTyped = q.trim() !== "";
  if (!isTyped && tag === undefined && owner === undefined) return undefined;
  const typed = q.trim().startsWith("#") ? [q.trim().toLowerCase()] : searchTerms(q);
  // What is too short to be searched finds nobody, rather than everybody.
  if (isTyped && typed.length === 0) return [];
  return [...typed, ...(tag === undefined ? [] : [tagWord(tag)]), ...(owner === undefined ? [] : [ownerWord(owner)])];
}

/** Those whose words begin so. The longest word is looked up, the others are asked of who it finds. */
async function searchPeople(
  { people, search }: Pick<Stores, "people" | "search">,
  terms: readonly string[],
  { stage }: PeopleQuery,
  page: PageRequest,
): Promise<Page<PersonRow>> {
  const [sharpest] = [...terms].sort((one, other) => sharpness(other) - sharpness(one));
  if (sharpest === undefined) return { items: [], next: undefined };
  const isWhole = /^[#@]/.test(sharpest);
  const rows = await search.find(isWhole ? { word: sharpest } : { beginning: sharpest }, {
    ...page,
    limit: Math.min(mostRead, page.limit),
  });
  const found = await people.several([...new Set(rows.items)]);
  return {
    items: found
      .filter(
        (person) =>
          person.mergedInto === undefined && isFoundBy(searchWords(person), terms) && (stage === undefined || person.stage.value === stage),
      )
      .map(rowOf),
    next: rows.next,
  };
}
