/** A text in each language of the company: French where the language is French, English for all others. */
export function inLanguages(languages: readonly string[], texts: { readonly fr: string; readonly en: string }, indent: string): string {
  return languages.map((language) => `${indent}${language}: ${JSON.stringify(textIn(language, texts))}`).join("\n");
}

export function textIn(language: string, texts: { readonly fr: string; readonly en: string }): string {
  return language.startsWith("fr") ? texts.fr : texts.en;
}

/** A name as a title: `lighting-study` is “Lighting study”. */
export function titled(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
