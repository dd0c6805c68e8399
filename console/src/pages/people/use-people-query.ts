import { useNavigate, useSearch } from "@tanstack/react-router";
import { type PeopleQuery, peopleQuerySchema } from "#core/search/saved-view.ts";

/** What a list shows, with nothing in it that is not said. */
export type ListQuery = { readonly [Part in keyof PeopleQuery]?: NonNullable<PeopleQuery[Part]> };

/** What the list shows, kept in the address: it can be sent to a colleague, and the back button goes back. */
export function usePeopleQuery(): { readonly query: ListQuery; readonly show: (query: ListQuery, isTyping?: boolean) => void } {
  const read = peopleQuerySchema.safeParse(useSearch({ strict: false }));
  const goTo = useNavigate();
  return {
    query: read.success ? withoutNothing(read.data) : {},
    show: (query, isTyping = false) => void goTo({ to: "/people", search: withoutNothing(query), replace: isTyping }),
  };
}

/** What is not said is left out of the address. */
function withoutNothing({ q, stage, tag, owner, sort, order }: PeopleQuery | ListQuery): ListQuery {
  return {
    ...(q === undefined || q === "" ? {} : { q }),
    ...(stage === undefined ? {} : { stage }),
    ...(tag === undefined ? {} : { tag }),
    ...(owner === undefined ? {} : { owner }),
    ...(sort === undefined ? {} : { sort }),
    ...(order === undefined ? {} : { order }),
  };
}

/** Whether two lists are the same. */
export function isSameQuery(one: ListQuery, other: ListQuery): boolean {
  return JSON.stringify(withoutNothing(one)) === JSON.stringify(withoutNothing(other));
}
