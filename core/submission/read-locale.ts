/** A language tag as forms write them (BCP 47, often with an underscore), in its usual case; undefined for what is none. */
export function readLocale(text: string): string | undefined {
  const [language = "", ...subtags] = text.trim().replaceAll("_", "-").split("-");
  const isTag = /^[a-z]{2,3}$/i.test(language) && subtags.length <= 3 && subtags.every((subtag) => /^[a-z0-9]{2,8}$/i.test(subtag));
  if (!isTag) return undefined;
  return [language.toLowerCase(), ...subtags.map((subtag) => (subtag.length === 2 ? subtag.toUpperCase() : subtag))].join("-");
}

/** A time zone by its IANA name; undefined for one the tz database does not have, which would stop whoever counts hours in it. */
export function readTimeZone(text: string): string | undefined {
  const name = text.trim();
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
