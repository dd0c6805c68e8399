/** An instant as a reader of the language reads it, with the time of day. */
export function dateTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

export function date(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(iso));
}

export function weekday(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(new Date(iso));
}

export function time(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(iso));
}

const steps = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long before or after `now`, in the largest unit that fits. */
export function relative(iso: string, now: string, language: string): string {
  const difference = Date.parse(iso) - Date.parse(now);
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const [unit, length] = steps.find(([, ms]) => Math.abs(difference) >= ms) ?? (["minute", 60_000] as const);
  return format.format(Math.round(difference / length), unit);
}

export function points(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

export function money(value: number, currency: string | null, language: string): string {
  return new Intl.NumberFormat(language, currency === null ? {} : { style: "currency", currency }).format(value);
}
