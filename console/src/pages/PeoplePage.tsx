import { Anchor, Badge, Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Paged } from "../parts/Paged.tsx";
import { ScoreBar } from "../parts/ScoreBar.tsx";
import { StagePlace } from "../parts/StagePlace.tsx";

/** Everybody in the base, those to look at first at the top. */
export function PeoplePage() {
  const { t } = useText();
  const [email, setEmail] = useState("");
  const [sought, setSought] = useState("");
  const search = (event: FormEvent): void => {
    event.preventDefault();
    setSought(email.trim());
  };
  return (
    <div className="stack">
      <div>
        <h1>{t("people.title")}</h1>
        <p className="quiet">{t("people.lead")}</p>
      </div>
      <form onSubmit={search} role="search" style={{ display: "flex", gap: "0.5rem", alignItems: "end", flexWrap: "wrap" }}>
        <TextInput
          label={t("people.search")}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          style={{ flex: "1 1 14rem", maxWidth: "26rem" }}
        />
        <Button type="submit" variant="default">
          {t("people.searchButton")}
        </Button>
      </form>
      <Paged
        key={sought}
        name={["people", sought]}
        read={(cursor) => (sought === "" ? api.people(cursor) : api.byEmail(sought))}
        empty={sought === "" ? <NobodyYet /> : <NotFound email={sought} forget={() => setSought("")} />}
      >
        {(people) => <PeopleList people={people} />}
      </Paged>
    </div>
  );
}

function PeopleList({ people }: { readonly people: readonly PersonSummary[] }) {
  const { t } = useText();
  return (
    <div className="card" style={{ padding: 0, overflow: "hidden" }}>
      <div className="person-row head-row" aria-hidden="true">
        <span>{t("people.name")}</span>
        <span>{t("people.stage")}</span>
        <span>{t("people.lifecycle")}</span>
        <span>{t("people.score")}</span>
        <span>{t("people.lastAction")}</span>
      </div>
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <Link to="/people/$id" params={{ id: person.id }} className="person-row">
              <span>
                <strong className="clip" style={{ display: "block" }}>
                  {person.name}
                </strong>
                <span className="quiet clip" style={{ display: "block" }}>
                  {person.company ?? person.email}
                </span>
              </span>
              <StagePlace stage={person.stage} />
              <span>
                <Badge
                  variant="light"
                  color={person.lifecycle === "client" ? "teal" : person.lifecycle === "prospect" ? "indigo" : "gray"}
                  tt="none"
                >
                  {t(`lifecycle.${person.lifecycle}`)}
                </Badge>
              </span>
              <ScoreBar score={person.score} />
              <span className="quiet">
                {person.suppressed === null ? <Moment at={person.lastActionAt} /> : t(`suppressed.${person.suppressed}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NobodyYet() {
  const { t } = useText();
  return (
    <Empty title={t("people.none")}>
      <p>{t("people.noneText")}</p>
      <Anchor href="/forms/demo">{t("people.openForm")}</Anchor>
    </Empty>
  );
}

function NotFound({ email, forget }: { readonly email: string; readonly forget: () => void }) {
  const { t } = useText();
  return (
    <Empty title={t("people.notFound", { email })}>
      <Button variant="default" onClick={forget}>
        {t("people.all")}
      </Button>
    </Empty>
  );
}
