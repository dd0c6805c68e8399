import { useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { Moment } from "../../../parts/Moment.tsx";
import { Section } from "../../../parts/Section.tsx";
import { BulkBar } from "../../../parts/table/BulkBar.tsx";
import type { Column, Sorting } from "../../../parts/table/column.ts";
import { DataTable } from "../../../parts/table/DataTable.tsx";
import { useSelection } from "../../../parts/table/use-selection.ts";
import { Tabs } from "../../../parts/Tabs.tsx";
import { Toolbar } from "../../../parts/Toolbar.tsx";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}
const names: readonly Row[] = [
  { id: "1", name: "Atelier Lumen", count: 12 },
  { id: "2", name: "Société anonyme des Établissements Rochefoucauld, Montbel et Compagnie réunis", count: 1_250_000 },
  { id: "3", name: "Ambre", count: 0 },
];
const sides = ["one", "two"] as const;

/** A table that is sorted, chosen from and turned into cards on a phone; the bar that comes with a choice; sides of one thing. */
export function Lists() {
  const { t, locale } = useText();
  const [sorting, setSorting] = useState<Sorting>({ by: "name", direction: "ascending" });
  const [side, setSide] = useState<(typeof sides)[number]>("one");
  const rows = [...names].sort((one, other) => {
    const order = sorting.by === "count" ? one.count - other.count : one.name.localeCompare(other.name, locale);
    return sorting.direction === "ascending" ? order : -order;
  });
  const selection = useSelection(rows.map(({ id }) => id));
  const columns: readonly Column<Row>[] = [
    { id: "name", head: t("design.name"), width: "minmax(0, 2fr)", phone: "title", sort: "ascending", cell: ({ name }) => name },
    { id: "when", head: t("design.when"), phone: "named", cell: () => <Moment at="2026-11-24T09:00:00Z" /> },
    {
      id: "count",
      head: t("design.count"),
      align: "end",
      phone: "named",
      sort: "descending",
      cell: ({ count }) => new Intl.NumberFormat(locale).format(count),
    },
  ];
  return (
    <Section title={t("design.lists")} lead={t("design.listsLead")}>
      <div className="stack">
        <Toolbar label={t("design.toolbar")} actions={<Act run={() => undefined}>{t("design.right")}</Act>}>
          <Act run={() => undefined}>{t("design.left")}</Act>
        </Toolbar>
        <BulkBar selection={selection}>
          <Act size="xs" run={selection.clear}>
            {t("design.confirm")}
          </Act>
        </BulkBar>
        <DataTable
          name={t("design.lists")}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          selection={selection}
          sorting={sorting}
          sort={setSorting}
        />
        <Tabs
          label={t("design.tabs")}
          tabs={sides.map((id, place) => ({ id, label: t(`design.tab.${id}`), count: place * 3 }))}
          chosen={side}
          choose={setSide}
        >
          <p>{t(`design.tab.${side}`)}</p>
        </Tabs>
      </div>
    </Section>
  );
}
