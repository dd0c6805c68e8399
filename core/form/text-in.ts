/** A text in a language, else in English, else in whichever it was first written in. */
export function textIn(texts: Readonly<Record<string, string>>, language: string): string {
  const own = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own ?? texts["en"] ?? Object.values(texts)[0] ?? "";
}
