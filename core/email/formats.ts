/** Numbers, money and dates as a reader of the language writes them. What is no number or date is shown as it is. */
export function formatNumber(value: unknown, locale: string): string {
  const number = numberOf(value);
  return number === undefined ? textOf(value) : new Intl.NumberFormat(locale).format(number);
}

/** Money is `{amount, currency}`, or a bare number of euros. Whole amounts are shown without cents. */
export function formatMoney(value: unknown, locale: string): string {
  const money = typeof value === "object" && value !== null && "amount" in value ? value : { amount: value };
  const amount = numberOf(money.amount);
  if (amount === undefined) return textOf(value);
  const currency = "currency" in money && typeof money.currency === "string" ? money.currency : "EUR";
  return new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(
    amount,
  );
}

export function formatDate(value: unknown, locale: string): string {
  const text = textOf(value);
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
