/** A text in a language, else in the one that its author wrote first. */
export function textIn(texts: Readonly<Record<string, string>>, language: string | undefined): string {
  const own = language !== undefined && Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own ?? Object.values(texts)[0] ?? "";
}
