import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CallItem } from "#contract/calls.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";

interface Page {
  readonly items: readonly CallItem[];
  readonly next: string | null;
}
export type Calls = InfiniteData<Page, string | undefined>;

/** So many are read at once where colleagues' calls come between one's own; past it one asks for more by hand. */
const enough = 8;
const mostPages = 5;

/** Whom to call now; of one's own, pages are read on until there is something to do. */
export function useCalls(isMine: boolean) {
  const query = useInfiniteQuery({
    queryKey: ["calls", isMine ? "mine" : "all"],
    queryFn: ({ pageParam }): Promise<Page> =>
      answered(
        client.GET("/api/calls", {
          params: { query: { limit: 10, mine: isMine ? "true" : "false", ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next ?? undefined,
    refetchInterval: 30_000,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const readsOn = hasNextPage && items.length < enough && (data?.pages.length ?? 0) < mostPages;
  useEffect(() => {
    if (readsOn && !isFetching) void fetchNextPage();
  }, [readsOn, isFetching, fetchNextPage]);
  return { query, items, isReadingOn: readsOn };
}

/** The list without somebody who has been called or put off. */
export function without(calls: Calls, personId: string): Calls {
  return { ...calls, pages: calls.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.person.id !== personId) })) };
}
