import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Pipeline } from "#contract/people.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useNow } from "../../api/use-overview.ts";
import { money } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import type { CardMoves } from "./Board.tsx";
import type { CardPage } from "./board.ts";
import { daysSince } from "./days-since.ts";
import { StageCard } from "./StageCard.tsx";

/** One stage: how many, what they are worth, how long the first has waited; and their cards, oldest first, page by page. */
export function Column(props: {
  readonly column: Pipeline["stages"][number];
  readonly moves: CardMoves;
  readonly isOver: boolean;
  /** Says whether what is dragged may be dropped here. */
  readonly dragOver: () => boolean;
  readonly drop: () => void;
}) {
  const { t, locale } = useText();
  const now = useNow();
  const id = useId();
  const { stage, count, value, oldestSince } = props.column;
  return (
    <section
      className="column"
      data-stage={stage}
      data-over={props.isOver ? true : undefined}
      aria-labelledby={id}
      onDragOver={(event) => {
        if (props.dragOver()) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.drop();
      }}
    >
      <div className="column-head">
        <h2 id={id}>{t(`stage.${stage}`)}</h2>
        <p>
          <span className="strong figures">{t("pipeline.count", { count })}</span>
          <span className="quiet small">
            {oldestSince === null ? "" : t("pipeline.oldest", { age: t("pipeline.days", { count: daysSince(oldestSince, now) }) })}
          </span>
        </p>
        <p className="figures" title={t("pipeline.worth")}>
          {value.length === 0 ? (
            <span className="quiet small">{t("pipeline.noValue")}</span>
          ) : (
            value.map(({ amount, currency }) => money(amount, currency, locale)).join(" + ")
          )}
        </p>
      </div>
      <Cards stage={stage} moves={props.moves} />
    </section>
  );
}

function Cards({ stage, moves }: { readonly stage: CardPage["stage"]; readonly moves: CardMoves }) {
  const { t } = useText();
  const query = useInfiniteQuery({
    queryKey: ["pipeline", "cards", stage],
    queryFn: async ({ pageParam }): Promise<CardPage> => ({
      ...(await answered(
        client.GET("/api/people", {
          params: { query: { stage, sort: "stage", limit: 12, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      )),
      stage,
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: CardPage) => page.next ?? undefined,
  });
  if (query.isPending) return <Loading shape="cards" />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  const people = query.data.pages.flatMap((page) => page.items);
  if (people.length === 0) return <p className="quiet small column-empty">{t("pipeline.empty")}</p>;
  return (
    <>
      <ul className="cards">
        {people.map((person) => (
          <StageCard key={person.id} person={person} moves={moves} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
    </>
  );
}
