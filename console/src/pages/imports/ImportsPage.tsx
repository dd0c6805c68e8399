import { IconFileImport } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Paged } from "../../parts/Paged.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import type { Column } from "../../parts/table/column.ts";
import { DataTable } from "../../parts/table/DataTable.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { ask, type List } from "./ask.ts";

/** Lists of people that were brought in or tried, newest first. */
export function ImportsPage() {
  const { t, locale } = useText();
  const navigate = useNavigate();
  return (
    <div className="stack">
      <PageHead
        title={t("imports.title")}
        lead={t("imports.lead")}
        actions={
          <Act icon={IconFileImport} tone="main" permission="people:import" keys="n" run={() => void navigate({ to: "/imports/new" })}>
            {t("imports.new")}
          </Act>
        }
      />
      <Paged<List>
        name={["imports"]}
        read={ask.imports}
        empty={
          <Empty icon={IconFileImport} title={t("imports.none")}>
            {t("imports.noneText")}
          </Empty>
        }
      >
        {(lists) => (
          <DataTable
            name={t("imports.title")}
            rows={lists}
            idOf={({ id }) => id}
            nameOf={({ name }) => name}
            columns={columnsOf(t, locale)}
          />
        )}
      </Paged>
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useText>["t"], locale: string): readonly Column<List>[] {
  const count = new Intl.NumberFormat(locale);
  const figure = (id: "created" | "updated" | "refused"): Column<List> => ({
    id,
    head: t(`imports.did.${id}`),
    width: "6.5rem",
    align: "end",
    phone: "named",
    cell: (list) => <span className="figures">{count.format(list[id])}</span>,
  });
  return [
    {
      id: "name",
      head: t("imports.file"),
      width: "2fr",
      phone: "title",
      cell: ({ id, name }) => (
        <Link to="/imports/$id" params={{ id }} className="row-link strong break">
          {name}
        </Link>
      ),
    },
    { id: "at", head: t("imports.when"), phone: "line", cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: "state", head: t("imports.state"), phone: "line", cell: (list) => <StateTag list={list} /> },
    figure("created"),
    figure("updated"),
    figure("refused"),
  ];
}

function StateTag({ list }: { readonly list: List }) {
  const { t } = useText();
  if (list.state === "running") return <Tag tone="act">{t("imports.state.running")}</Tag>;
  if (list.state === "stopped") return <Tag tone="bad">{t("imports.state.stopped")}</Tag>;
  return list.dryRun ? <Tag>{t("imports.state.tried")}</Tag> : <Tag tone="good">{t("imports.state.done")}</Tag>;
}
