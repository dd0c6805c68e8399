import { date, money, points } from "../../i18n/formats.ts";

/** A value of an attribute as it is read: text, number, day, yes or no, list, or an amount with its currency. */
export function shownValue(value: unknown, locale: string, words: { readonly yes: string; readonly no: string }): string {
  if (Array.isArray(value)) return value.map((one) => shownValue(one, locale, words)).join(", ");
  if (typeof value === "number") return points(value, locale);
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string") return isDay(value) ? date(`${value}T12:00:00Z`, locale) : value;
  if (typeof value !== "object" || value === null) return String(value);
  if ("amount" in value && "currency" in value && typeof value.amount === "number" && isCurrency(value.currency))
    return money(value.amount, value.currency, locale);
  return JSON.stringify(value);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text));
}

function isCurrency(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value);
}
