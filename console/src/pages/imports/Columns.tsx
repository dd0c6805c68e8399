import { NativeSelect } from "@mantine/core";
import { useText } from "../../i18n/language.ts";
import { DataTable } from "../../parts/table/DataTable.tsx";
import type { Reading } from "./ask.ts";
import { useTargetNames } from "./use-target-names.ts";

/** What each column of a file is, by its heading; null for one that is not taken. */
export type Mapping = Readonly<Record<string, string | null>>;

/** The columns of a file with what stands in them, each to be said to be something; or left out. */
export function Columns(props: { readonly reading: Reading; readonly mapping: Mapping; readonly change: (mapping: Mapping) => void }) {
  const { t } = useText();
  const nameOf = useTargetNames();
  const { reading, mapping } = props;
  const rows = reading.columns.map(({ header }, place) => ({
    header,
    examples: [...new Set(reading.sample.map((row) => row[place]?.trim() ?? ""))].filter((cell) => cell !== "").slice(0, 3),
  }));
  const choices = [
    { value: "", label: t("imports.notTaken") },
    ...reading.targets.map((value) => ({ value, label: nameOf(value) })).sort((one, other) => one.label.localeCompare(other.label)),
  ];
  return (
    <DataTable
      name={t("imports.columns")}
      rows={rows}
      idOf={({ header }) => header}
      nameOf={({ header }) => header}
      columns={[
        { id: "header", head: t("imports.header"), phone: "title", cell: ({ header }) => <span className="strong break">{header}</span> },
        {
          id: "examples",
          head: t("imports.examples"),
          width: "1.6fr",
          cell: ({ examples }) => <span className="quiet small break">{examples.join(" · ")}</span>,
        },
        {
          id: "target",
          head: t("imports.is"),
          cell: ({ header }) => (
            <NativeSelect
              aria-label={t("imports.isWhat", { header })}
              value={mapping[header] ?? ""}
              data={choices}
              onChange={(event) => {
                const target = event.currentTarget.value;
                props.change({ ...withoutTarget(mapping, target), [header]: target === "" ? null : target });
              }}
            />
          ),
        },
      ]}
    />
  );
}

/** Two columns cannot be the same: the one said last is. */
function withoutTarget(mapping: Mapping, target: string): Mapping {
  return Object.fromEntries(Object.entries(mapping).map(([header, known]) => [header, known === target ? null : known]));
}
