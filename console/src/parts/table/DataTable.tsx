import { useText } from "../../i18n/language.ts";
import type { Column, Sorting } from "./column.ts";
import { HeadCell } from "./HeadCell.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import type { Selection } from "./use-selection.ts";

/**
 * A list as a table; on a phone each row is a card. The roles are written out because a table laid out as a grid is none to a
 * screen reader. The link of class `row-link` in a cell makes the whole row lead there.
 */
export function DataTable<Row>(props: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What a row is called where it is chosen. */
  readonly nameOf: (row: Row) => string;
  readonly selection?: Selection;
  readonly sorting?: Sorting;
  readonly sort?: (sorting: Sorting) => void;
}) {
  const { t } = useText();
  const { selection } = props;
  const { body, onKeyDown } = useRowKeys(selection?.toggle);
  const tracks = props.columns.map((column) => column.width ?? "minmax(0, 1fr)");
  return (
    <div className="card flush">
      <table
        role="table"
        aria-label={props.name}
        className="table"
        style={{ "--tracks": [...(selection === undefined ? [] : ["1.5rem"]), ...tracks].join(" ") }}
      >
        <thead role="rowgroup">
          <tr role="row" className="table-row table-head">
            {selection === undefined ? null : (
              <th role="columnheader">
                <input type="checkbox" aria-label={t("table.chooseAll")} checked={selection.isAll} onChange={selection.toggleAll} />
              </th>
            )}
            {props.columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={props.sorting} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
          {props.rows.map((row) => {
            const id = props.idOf(row);
            const isChosen = selection?.ids.has(id) === true;
            return (
              <tr key={id} role="row" className="table-row" data-row={id} data-chosen={isChosen ? true : undefined}>
                {selection === undefined ? null : (
                  <td role="cell" className="table-choose">
                    <input
                      type="checkbox"
                      aria-label={t("table.chooseOne", { name: props.nameOf(row) })}
                      checked={isChosen}
                      onChange={(event) => selection.toggle(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
                    />
                  </td>
                )}
                {props.columns.map((column) => (
                  <td key={column.id} role="cell" data-align={column.align} data-phone={column.phone ?? "line"} data-head={column.head}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

declare module "react" {
  interface CSSProperties {
    /** The widths of a table's columns. */
    "--tracks"?: string;
  }
}
