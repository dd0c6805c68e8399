import { Button } from "@mantine/core";
import { IconDownload, IconFileImport, IconUserPlus, IconUserSearch } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Paged } from "../parts/Paged.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ScoreLegend } from "../parts/ScoreBar.tsx";
import { toastList } from "../parts/toast/toasts.ts";
import { Toolbar } from "../parts/Toolbar.tsx";
import { AddPerson } from "./people/AddPerson.tsx";
import { exportPeople } from "./people/export-people.ts";
import { Filters } from "./people/Filters.tsx";
import { Jobs } from "./people/Jobs.tsx";
import { PeopleList } from "./people/PeopleList.tsx";
import { SearchField } from "./people/SearchField.tsx";
import { isSameQuery, usePeopleQuery } from "./people/use-people-query.ts";
import { Views } from "./people/Views.tsx";

/** Everybody in the base: searched, sorted, chosen, and changed many at once. What is shown stands in the address. */
export function PeoplePage() {
  const { t } = useText();
  const { query, show } = usePeopleQuery();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const closeAdding = (): void => setAdding(false);
  const write = async (): Promise<void> => {
    const count = await exportPeople(query, (people) => toastList.say({ text: t("people.exportStarted", { count: people }) }));
    toastList.say({ text: t("people.exported", { count }) });
  };
  const add = (
    <Act icon={IconUserPlus} tone="main" permission="people:change" keys="n" run={() => setAdding(true)}>
      {t("people.add")}
    </Act>
  );
  return (
    <div className="stack">
      <PageHead
        title={t("people.title")}
        lead={t("people.lead")}
        actions={
          <>
            <Act icon={IconDownload} permission="people:export" run={write}>
              {t("people.export")}
            </Act>
            <Act icon={IconFileImport} permission="people:import" run={() => void navigate({ to: "/imports/new" })}>
              {t("imports.new")}
            </Act>
            {add}
          </>
        }
      />
      <Dialog isOpen={isAdding} close={closeAdding} title={t("people.add")}>
        {isAdding ? <AddPerson close={closeAdding} /> : null}
      </Dialog>
      <p className="small">
        <Link to="/people/duplicates">{t("dup.link")}</Link>
      </p>
      <Jobs />
      <Views query={query} show={show} />
      <Toolbar label={t("people.narrow")} actions={<ScoreLegend />}>
        <SearchField
          sought={query.q ?? ""}
          seek={(text) => {
            const { q: _, ...rest } = query;
            show(text === "" ? rest : { ...rest, q: text }, true);
          }}
        />
        <Filters query={query} show={show} />
      </Toolbar>
      <Paged
        key={JSON.stringify(query)}
        name={["people", JSON.stringify(query)]}
        read={(cursor) =>
          answered(client.GET("/api/people", { params: { query: { limit: 30, ...query, ...(cursor === undefined ? {} : { cursor }) } } }))
        }
        empty={isSameQuery(query, {}) ? <NobodyYet /> : <NotFound forget={() => show({})} />}
      >
        {(people) => <PeopleList people={people} query={query} show={show} />}
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

function NotFound({ forget }: { readonly forget: () => void }) {
  const { t } = useText();
  return (
    <Empty
      icon={IconUserSearch}
      title={t("people.notFound")}
      action={
        <Button variant="default" onClick={forget}>
          {t("people.showAll")}
        </Button>
      }
    >
      {t("people.notFoundText")}
    </Empty>
  );
}
