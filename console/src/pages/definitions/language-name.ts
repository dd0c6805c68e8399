/** What a language is called by whoever reads; its tag where nobody knows. */
export function languageName(tag: string, reader: string): string {
  const name = new Intl.DisplayNames(reader, { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}
