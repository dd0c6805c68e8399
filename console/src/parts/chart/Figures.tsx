import { useId } from "react";
import { DownloadTable } from "./DownloadTable.tsx";
import { FigureTable } from "./FigureTable.tsx";

/** Figures that are best read as the table they are, to be taken along as a file. `name` names the file. */
export function Figures(props: {
  readonly title: string;
  readonly lead?: string;
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly shown: readonly string[]; readonly raw: readonly (string | number)[] }[];
}) {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <span className="chart-title">{props.title}</span>
        {props.lead === undefined ? null : <span className="quiet small">{props.lead}</span>}
      </figcaption>
      <div className="chart-table">
        <FigureTable title={props.title} heads={props.heads} rows={props.rows.map(({ shown }) => shown)} />
        <DownloadTable name={props.name} heads={props.heads} rows={props.rows.map(({ raw }) => raw)} />
      </div>
    </figure>
  );
}
