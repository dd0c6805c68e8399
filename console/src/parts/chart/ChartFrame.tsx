import { type ReactNode, useId } from "react";
import { useText } from "../../i18n/language.ts";
import { DownloadTable } from "./DownloadTable.tsx";
import { FigureTable } from "./FigureTable.tsx";

/** A table of what a picture shows: the first column names the row. */
export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same without a language's ways of writing numbers: what a spreadsheet reads. */
  readonly raw: readonly (readonly (string | number)[])[];
}

/** A picture of figures with its name, what it tells in a sentence, and its table beneath. */
export function ChartFrame(props: {
  readonly title: string;
  readonly lead?: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <span className="chart-title">{props.title}</span>
        {props.lead === undefined ? null : <span className="quiet small">{props.lead}</span>}
      </figcaption>
      {props.children}
      <details className="chart-table">
        <summary>{t("chart.table")}</summary>
        <FigureTable title={props.title} heads={props.table.heads} rows={props.table.rows} />
        <DownloadTable name={fileNamed(props.title)} heads={props.table.heads} rows={props.table.raw} />
      </details>
    </figure>
  );
}

/** A title as a file may be called on every system. */
function fileNamed(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
