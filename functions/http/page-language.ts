import type { HttpRequest } from "./http-request.ts";
import { preferredLanguage } from "./negotiate.ts";

/** The languages the pages behind our links speak. */
export const pageLanguages = ["en", "fr"] as const;

/** The language of the reader's browser, else of the mails they get, else of the company. */
export function pageLanguage({ headers, query }: HttpRequest, locale: string | undefined, languages: readonly string[]): string {
  for (const wish of [query["lang"], headers["accept-language"], locale, languages[0]]) {
    const language = preferredLanguage(wish, pageLanguages);
    if (language !== undefined) return language;
  }
  return "en";
}
