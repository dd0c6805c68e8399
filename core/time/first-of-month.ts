/** French counts the first day of a month (“1er décembre”) and no other; the formats of ICU leave that out. */
export function firstOfMonth(date: string, locale: string): string {
  return locale.startsWith("fr") ? date.replace(/(?<!\d)1(?=[ \u00a0]\p{L})/u, "1er") : date;
}
