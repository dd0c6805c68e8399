import { IconArrowDown, IconArrowUp, IconArrowsSort } from "@tabler/icons-react";
import type { Column, Sorting } from "./column.ts";

/** A column's name; where the list can be sorted by it, a button that does, and turns it round. */
export function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly sort: ((sorting: Sorting) => void) | undefined;
}) {
  const { column, sort } = props;
  if (column.sort === undefined || sort === undefined)
    return (
      <th role="columnheader" data-align={column.align}>
        {column.head}
      </th>
    );
  const direction = props.sorting?.by === column.id ? props.sorting.direction : undefined;
  const Arrow = direction === undefined ? IconArrowsSort : direction === "ascending" ? IconArrowUp : IconArrowDown;
  const other = direction === "ascending" ? "descending" : "ascending";
  return (
    <th role="columnheader" data-align={column.align} aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="table-sort"
        onClick={() => sort({ by: column.id, direction: direction === undefined ? (column.sort ?? "ascending") : other })}
      >
        {column.head}
        <Arrow size={14} stroke={1.8} aria-hidden />
      </button>
    </th>
  );
}
