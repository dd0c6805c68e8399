import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "../i18n/language.ts";
import { Failure } from "./Failure.tsx";
import { Loading } from "./Loading.tsx";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that is read page by page: its waiting, its failure, its emptiness and its end. */
export function Paged<T>(props: {
  readonly name: readonly string[];
  readonly read: (cursor: string | undefined) => Promise<Page<T>>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}) {
  const { t } = useText();
  const query = useInfiniteQuery({
    queryKey: props.name,
    queryFn: ({ pageParam }) => props.read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<T>) => page.next ?? undefined,
  });
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return props.empty;
  return (
    <>
      {props.children(items)}
      {query.hasNextPage ? (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
