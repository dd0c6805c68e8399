import { Alert, Badge, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { PersonDetail } from "#contract/api.ts";
import { api } from "../api/client.ts";
import { date, money } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";
import { Failure } from "../parts/Failure.tsx";
import { StagePlace } from "../parts/StagePlace.tsx";
import { ConsentCard } from "./person/ConsentCard.tsx";
import { KnownCard } from "./person/KnownCard.tsx";
import { NextCard } from "./person/NextCard.tsx";
import { ScoreCard } from "./person/ScoreCard.tsx";
import { Timeline } from "./person/Timeline.tsx";

/** One person: who they are, where they stand and why, what comes next, and everything that happened. */
export function PersonPage() {
  const { id } = useParams({ from: "/frame/people/$id" });
  const query = useQuery({ queryKey: ["person", id], queryFn: () => api.person(id), refetchInterval: 5_000 });
  if (query.isPending) return <Skeleton height={320} />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  const person = query.data;
  return (
    <div className="stack">
      <Heading person={person} />
      <div className="columns">
        <div className="stack">
          <NextCard person={person} />
          <Timeline personId={person.id} />
        </div>
        <div className="stack">
          <ScoreCard person={person} />
          <KnownCard person={person} />
          <ConsentCard person={person} />
        </div>
      </div>
    </div>
  );
}

function Heading({ person }: { readonly person: PersonDetail }) {
  const { t, own, language } = useText();
  return (
    <div>
      <Link to="/people" className="quiet">
        ← {t("person.back")}
      </Link>
      <h1 style={{ marginBottom: "0.2rem", overflowWrap: "anywhere" }}>{person.name}</h1>
      <p className="quiet" style={{ margin: 0, overflowWrap: "anywhere" }}>
        {[person.company, person.email].filter((part) => part !== null).join(" · ")}
      </p>
      {person.suppressed === null ? null : (
        <Alert color="red" mt="md" title={t("person.suppressed")}>
          {t(`suppressed.${person.suppressed}`)}
        </Alert>
      )}
      <div className="card columns" style={{ marginTop: "1rem", gridTemplateColumns: "repeat(auto-fit, minmax(15rem, 1fr))" }}>
        <div>
          <StagePlace stage={person.stage} />
          <span className="quiet">
            {own(person.stageBecause.text)}, {t("person.since", { date: date(person.stageBecause.since, language) })}
          </span>
        </div>
        <div>
          <Badge variant="light" tt="none" size="lg" color={person.lifecycle === "client" ? "teal" : "indigo"}>
            {t(`lifecycle.${person.lifecycle}`)}
          </Badge>{" "}
          <span className="quiet">
            {own(person.lifecycleBecause.text)}, {t("person.since", { date: date(person.lifecycleBecause.since, language) })}
            {person.purchases === null
              ? ""
              : ` · ${t("person.purchases", { count: person.purchases.count, total: money(person.purchases.total, person.purchases.currency, language) })}`}
          </span>
        </div>
      </div>
    </div>
  );
}
