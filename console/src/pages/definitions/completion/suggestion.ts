/** Something that could stand where the cursor is. */
export interface Suggestion {
  readonly label: string;
  readonly kind: "key" | "value" | "name" | "function" | "tag" | "attribute";
  /** What it is, in a few words. */
  readonly detail?: string;
  /** What is written, where that is more than the label. */
  readonly apply?: string;
}

/** Suggestions for the piece of text that begins at `from` and ends at the cursor. */
export interface Suggestions {
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** Values in the order in which they are given. */
export function valuesOf(values: readonly string[], detail?: string): readonly Suggestion[] {
  return values.map((label) => ({ label, kind: "value", ...(detail === undefined ? {} : { detail }) }));
}
