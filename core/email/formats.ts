import { firstOfMonth } from "#core/time/first-of-month.ts";

/** Values as a reader of one language writes them. What is no number, money or date is shown as it is. */
export interface Formats {
  readonly number: (value: unknown) => string;
  /** Money is `{amount, currency}`, or a bare number of euros. Whole amounts are shown without cents. */
  readonly money: (value: unknown) => string;
  /** Dates are ISO 8601 (`2026-01-31`), shown in words. */
  readonly date: (value: unknown) => string;
  /** Anything at all: money as money, lists with commas, nothing as nothing. */
  readonly text: (value: unknown) => string;
}

export function createFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const money = (value: unknown): string => {
    const { amount, currency } = moneyOf(value);
    if (amount === undefined) return plain(value);
    const digits = { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 };
    return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits }).format(amount);
  };
  return {
    number: (value) => {
      const number = numberOf(value);
      return number === undefined ? plain(value) : numbers.format(number);
    },
    money,
    date: (value) => {
      const text = plain(value);
      const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
      return Number.isNaN(at) ? text : firstOfMonth(dates.format(at), locale);
    },
    text: (value) => {
      if (Array.isArray(value)) return value.map(plain).join(", ");
      return typeof value === "object" && value !== null ? money(value) : plain(value);
    },
  };
}

function moneyOf(value: unknown): { readonly amount: number | undefined; readonly currency: string } {
  const money = typeof value === "object" && value !== null ? value : { amount: value };
  const currency = "currency" in money && typeof money.currency === "string" && /^[A-Z]{3}$/.test(money.currency) ? money.currency : "EUR";
  return { amount: "amount" in money ? numberOf(money.amount) : undefined, currency };
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
