import { type ReactNode, useId } from "react";
import { useText } from "../../i18n/language.ts";

/** A table of what a picture shows: the first column names the row. */
export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
        <div className="chart-scroll" tabIndex={0} role="region" aria-label={props.title}>
          <table>
            <thead>
              <tr>
                {props.table.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.table.rows.map(([name = "", ...cells], place) => (
                <tr key={`${name}${place}`}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, column) => (
                    <td key={`${column}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
