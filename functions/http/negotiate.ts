/** One alternative of an `Accept…` header with its weight (RFC 9110 section 12.4.2). */
interface Preference {
  readonly name: string;
  readonly weight: number;
}

/** Whether whoever asks is a person's browser, which names `text/html`; a program that says nothing gets data. */
export function wantsHtml(accept: string | undefined): boolean {
  return weightOf(accept, "text/html") > 0 && weightOf(accept, "text/html") >= weightOf(accept, "application/json");
}

/** Whether whoever asks names JSON, and rather than a page. */
export function wantsJson(accept: string | undefined): boolean {
  const json = Math.max(weightOf(accept, "application/json"), weightOf(accept, "application/problem+json"));
  return json > 0 && json > weightOf(accept, "text/html");
}

/** The offered language a reader likes best; undefined if they named none of them. `fr-CA` is served by `fr` (RFC 4647, lookup). */
export function preferredLanguage(acceptLanguage: string | undefined, offered: readonly string[]): string | undefined {
  for (const { name } of preferencesOf(acceptLanguage)) {
    const match =
      offered.find((language) => language.toLowerCase() === name) ??
      offered.find((language) => language.toLowerCase() === name.split("-")[0]);
    if (match !== undefined) return match;
  }
  return undefined;
}

function weightOf(header: string | undefined, name: string): number {
  return preferencesOf(header).find((preference) => preference.name === name)?.weight ?? 0;
}

/** What a header prefers, most first; what it refuses (`q=0`) left out. */
function preferencesOf(header: string | undefined): readonly Preference[] {
  return (header ?? "")
    .split(",")
    .slice(0, 50)
    .map((part) => {
      const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { name, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ name, weight }) => name !== "" && weight > 0 && weight <= 1)
    .sort((one, other) => other.weight - one.weight);
}
