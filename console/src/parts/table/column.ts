import type { ReactNode } from "react";

/** A column of a table, as data. A column is added to a page's list of them and nowhere else. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its share of the width, as a track of CSS's grid: `2fr`, `8rem`. An equal share by default. */
  readonly width?: string;
  readonly align?: "end";
  /** On a phone a row is a card: the column is its title, a line, a line with the column's name before it, or left out. */
  readonly phone?: "title" | "line" | "named" | "left-out";
  /** Whether the list can be sorted by it, and how it begins. */
  readonly sort?: "ascending" | "descending";
}

/** What a list is sorted by. */
export interface Sorting {
  readonly by: string;
  readonly direction: "ascending" | "descending";
}
