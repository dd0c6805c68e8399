import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Face } from "../parts/Face.tsx";
import { Lifecycle } from "../parts/Lifecycle.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Paged } from "../parts/Paged.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ScoreBar, ScoreLegend } from "../parts/ScoreBar.tsx";
import { StagePlace } from "../parts/StagePlace.tsx";
import { Tag } from "../parts/Tag.tsx";

/** Everybody in the base, those to look at first at the top. */
export function PeoplePage() {
  const { t } = useText();
  const [email, setEmail] = useState("");
  const [sought, setSought] = useState("");
  const search = (event: FormEvent): void => {
    event.preventDefault();
    setSought(email.trim());
  };
  const forget = (): void => {
    setEmail("");
    setSought("");
  };
  return (
    <div className="stack">
      <PageHead title={t("people.title")} lead={t("people.lead")} />
      <form onSubmit={search} role="search" className="search">
        <TextInput
          label={t("people.search")}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("people.searchButton")}
        </Button>
      </form>
      <Paged
        key={sought}
        name={["people", sought]}
        read={(cursor) => (sought === "" ? api.people(cursor) : api.byEmail(sought))}
        empty={sought === "" ? <NobodyYet /> : <NotFound email={sought} forget={forget} />}
      >
        {(people) => <PeopleList people={people} />}
      </Paged>
    </div>
  );
}

function PeopleList({ people }: { readonly people: readonly PersonSummary[] }) {
  const { t } = useText();
  return (
    <>
      <div className="card flush">
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
              <PersonRow person={person} />
            </li>
          ))}
        </ul>
      </div>
      <ScoreLegend />
    </>
  );
}

function PersonRow({ person }: { readonly person: PersonSummary }) {
  const { t } = useText();
  const beneath = [person.company, person.name === person.email ? null : person.email].filter((part) => part !== null);
  return (
    <Link to="/people/$id" params={{ id: person.id }} className="person-row">
      <span className="who">
        <Face name={person.name} />
        <span>
          <span className="clip strong">{person.name}</span>
          {beneath.map((part) => (
            <span key={part} className="clip quiet small">
              {part}
            </span>
          ))}
        </span>
      </span>
      <StagePlace stage={person.stage} />
      <span>
        <Lifecycle lifecycle={person.lifecycle} />
      </span>
      <ScoreBar score={person.score} />
      <span className="quiet small">
        {person.suppressed === null ? <Moment at={person.lastActionAt} /> : <Tag tone="bad">{t(`suppressed.${person.suppressed}`)}</Tag>}
      </span>
    </Link>
  );
}

function NobodyYet() {
  const { t } = useText();
  return (
    <Empty title={t("people.none")}>
      <p>{t("people.noneText")}</p>
      <p>
        <a href="/forms/demo">{t("people.openForm")}</a>
      </p>
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
