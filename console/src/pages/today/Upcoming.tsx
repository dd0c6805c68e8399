import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Days, TimeOfDay } from "../../parts/Days.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";

/** The calls that are promised or put off, day by day: today's first. */
export function Upcoming({ isMine }: { readonly isMine: boolean }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ["later", isMine ? "mine" : "all"],
    queryFn: () => answered(client.GET("/api/calls/later", { params: { query: { limit: 12, mine: isMine ? "true" : "false" } } })),
    refetchInterval: 60_000,
  });
  return (
    <Section title={t("today.upcoming")}>
      {query.isPending ? <Loading shape="line" /> : null}
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {query.data?.items.length === 0 ? <p className="quiet">{t("today.upcomingNone")}</p> : null}
      <Days items={query.data?.items ?? []} level="h3" at={(item) => item.at}>
        {(day) => (
          <ul className="upcoming">
            {day.map(({ person, at, because }) => (
              <li key={person.id}>
                <TimeOfDay at={at} />
                <Link to="/people/$id" params={{ id: person.id }} className="break">
                  {person.name}
                </Link>
                <span className="quiet small">{t(`today.${because}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </Days>
    </Section>
  );
}
