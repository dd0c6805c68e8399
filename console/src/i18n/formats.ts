import { firstOfMonth } from "#core/time/first-of-month.ts";

/** An instant as a reader of the language reads it, with the time of day. */
export function dateTime(iso: string, language: string): string {
  return firstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)), language);
}

/** A day and its time in full, as a hover tells it. */
export function exact(iso: string, language: string): string {
  return firstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(new Date(iso)), language);
}

export function date(iso: string, language: string): string {
  return firstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(iso)), language);
}

/** A day by its name; with its year when that is not the year of `now`. */
export function weekday(iso: string, language: string, now: string): string {
  const [day, today] = [new Date(iso), new Date(now)];
  const year = day.getFullYear() === today.getFullYear() ? {} : ({ year: "numeric" } as const);
  return firstOfMonth(new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", ...year }).format(day), language);
}

export function time(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(iso));
}

/** Units by their length in ms, and from how many of the next smaller one each is spoken of: 59.9 minutes are an hour. */
const units = [
  ["minute", 60_000, 59.5],
  ["hour", 3_600_000, 23.5],
  ["day", 86_400_000, 29.5],
  ["month", 2_629_800_000, 11.5],
  ["year", 31_557_600_000, Number.POSITIVE_INFINITY],
] as const;

/** How long before or after `now`, in the largest unit that fits. Days are the calendar's: what comes in 35 hours may not be tomorrow. */
export function relative(iso: string, now: string, language: string): string {
  const difference = Date.parse(iso) - Date.parse(now);
  const [unit, length] = units.find(([, ms, most]) => Math.abs(difference) / ms < most) ?? units[4];
  const inWords = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (unit === "day") return inWords.format(daysBetween(new Date(now), new Date(iso)), unit);
  const count = Math.round(difference / length);
  // In figures: “next year” is a year of the calendar, and not what comes in eleven months.
  return count === 0 ? inWords.format(0, "second") : new Intl.RelativeTimeFormat(language).format(count, unit);
}

/** Midnights between two instants, where the reader is; a day in which the clocks change counts as one. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** Points to a tenth; a nothing has no sign. */
export function points(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "negative" }).format(value);
}

/** What something adds or takes: with its sign. */
export function change(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
}

/** An amount; whole ones without their cents. */
export function money(value: number, currency: string | null, language: string): string {
  return new Intl.NumberFormat(
    language,
    currency === null ? {} : { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" },
  ).format(value);
}
