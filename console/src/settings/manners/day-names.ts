import { weekdays } from "#core/settings/settings.ts";

type Weekday = (typeof weekdays)[number];

/** The days of the week by name, as the reader's language has them: 2024 began on a Monday. */
export function dayName(day: Weekday, locale: string, length: "long" | "short" = "long"): string {
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" }).format(date);
}

/** Days in words: one after the other is a span, from Monday to Friday. */
export function daysInWords(days: readonly Weekday[], locale: string, span: (from: string, to: string) => string): string {
  const places = weekdays.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const [first, last] = [places[0], places.at(-1)];
  const isSpan = places.length > 2 && first !== undefined && last !== undefined && last - first === places.length - 1;
  const names = places.flatMap((place) => weekdays[place] ?? []).map((day) => dayName(day, locale));
  const [from, to] = [names[0], names.at(-1)];
  if (isSpan && from !== undefined && to !== undefined) return span(from, to);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** A time of day as the reader writes it. */
export function timeName(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }).format(new Date(`2024-01-01T${time}:00Z`));
}
