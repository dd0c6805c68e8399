import { Button, TextInput } from "@mantine/core";
import { IconUserPlus, IconUserSearch } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Paged } from "../parts/Paged.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ScoreLegend } from "../parts/ScoreBar.tsx";
import { DataTable } from "../parts/table/DataTable.tsx";
import { Toolbar } from "../parts/Toolbar.tsx";
import { peopleColumns } from "./people/columns.tsx";

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
      <Toolbar label={t("people.narrow")} actions={<ScoreLegend />}>
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
      </Toolbar>
      <Paged
        key={sought}
        name={["people", sought]}
        read={(cursor) => (sought === "" ? api.people(cursor) : api.byEmail(sought))}
        empty={sought === "" ? <NobodyYet /> : <NotFound email={sought} forget={forget} />}
      >
        {(people) => (
          <DataTable
            name={t("people.title")}
            columns={peopleColumns(t)}
            rows={people}
            idOf={(person) => person.id}
            nameOf={(person) => person.name}
          />
        )}
      </Paged>
    </div>
  );
}

function NobodyYet() {
  const { t } = useText();
  return (
    <Empty icon={IconUserPlus} title={t("people.none")} action={<a href="/forms/demo">{t("people.openForm")}</a>}>
      {t("people.noneText")}
    </Empty>
  );
}

function NotFound({ email, forget }: { readonly email: string; readonly forget: () => void }) {
  const { t } = useText();
  return (
    <Empty
      icon={IconUserSearch}
      title={t("people.notFound", { email })}
      action={
        <Button variant="default" onClick={forget}>
          {t("people.all")}
        </Button>
      }
    />
  );
}
