import type { Text } from "@codemirror/state";

/** From where to where a problem is underlined: from its column to the end of what is written on its line. */
export function rangeOf(
  document: Text,
  line: number | undefined,
  column: number | undefined,
): { readonly from: number; readonly to: number } {
  const row = document.line(Math.min(Math.max(1, line ?? 1), document.lines));
  const indent = row.text.length - row.text.trimStart().length;
  const start = Math.min(Math.max(indent, (column ?? 1) - 1), row.length);
  const from = row.from + start;
  return { from, to: Math.max(from, row.from + row.text.trimEnd().length) };
}
