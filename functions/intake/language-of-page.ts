import type { Form } from "#core/form/form.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { preferredLanguage } from "#functions/http/negotiate.ts";

/** The language a form is shown in: the one its address asks for, else its reader's, else the company's first that it is written in. */
export function languageOfPage(form: Form, request: Pick<HttpRequest, "query" | "headers">, languages: readonly string[]): string {
  const offered = Object.keys(form.title);
  const first = languages.find((language) => offered.includes(language)) ?? offered[0] ?? "en";
  return preferredLanguage(request.query["lang"], offered) ?? preferredLanguage(request.headers["accept-language"], offered) ?? first;
}
