import "./person/person.css";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "@tanstack/react-router";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { LookalikeCard } from "./merge/LookalikeCard.tsx";
import { MergedNotice } from "./merge/MergedNotice.tsx";
import { CallLine } from "./person/CallLine.tsx";
import { ConsentCard } from "./person/ConsentCard.tsx";
import { FollowCard } from "./person/FollowCard.tsx";
import { Heading } from "./person/Heading.tsx";
import { KnownCard } from "./person/KnownCard.tsx";
import { NextCard } from "./person/NextCard.tsx";
import { OwnDataCard } from "./person/OwnDataCard.tsx";
import { QualificationCard } from "./person/QualificationCard.tsx";
import { ScoreCard } from "./person/ScoreCard.tsx";
import { StandingCard } from "./person/StandingCard.tsx";
import { Timeline } from "./person/Timeline.tsx";
import { UnsentCard } from "./person/UnsentCard.tsx";

/** One person: who they are, where they stand and why, what comes next, and everything that happened. */
export function PersonPage() {
  const { t } = useText();
  const { id } = useParams({ from: "/frame/people/$id" });
  return (
    <div className="stack">
      <Link to="/people" className="small">
        ← {t("person.back")}
      </Link>
      <Known key={id} id={id} />
    </div>
  );
}

function Known({ id }: { readonly id: string }) {
  const { t } = useText();
  const query = useQuery({ queryKey: ["person", id], queryFn: () => api.person(id), refetchInterval: 5_000 });
  if (query.isPending) return <Loading shape="page" />;
  if (query.isError)
    return (
      <>
        <h1>{t("people.name")}</h1>
        <Failure fault={query.error} retry={() => void query.refetch()} />
      </>
    );
  const person = query.data;
  // Whoever was merged into somebody else is answered by them: old links lead to where everything stands now.
  if (person.id !== id) return <Navigate to="/people/$id" params={{ id: person.id }} replace />;
  return (
    <>
      <Heading person={person} />
      <MergedNotice person={person} />
      <CallLine person={person} />
      <StandingCard person={person} />
      <div className="columns">
        <div className="stack">
          <NextCard person={person} />
          <UnsentCard personId={person.id} />
          <Timeline personId={person.id} />
        </div>
        <div className="stack">
          <LookalikeCard person={person} />
          <FollowCard person={person} />
          <ScoreCard person={person} />
          <QualificationCard person={person} />
          <KnownCard person={person} />
          <ConsentCard person={person} />
          <OwnDataCard person={person} />
        </div>
      </div>
    </>
  );
}
