/** Hands a file to the browser to save. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A CSV as a file: its mark of order tells a spreadsheet that it is UTF-8. */
export function csvFile(parts: readonly string[]): Blob {
  return new Blob(["\uFEFF", ...parts], { type: "text/csv;charset=utf-8" });
}
