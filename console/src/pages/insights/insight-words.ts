import { firstOfMonth } from "#core/time/first-of-month.ts";
import type { RateView } from "#contract/insights.ts";
import { changeOf } from "#core/insight/rate.ts";
import type { useText } from "../../i18n/language.ts";
import type { Stat } from "../../parts/Stat.tsx";

type Text = Pick<ReturnType<typeof useText>, "t" | "locale">;
type Change = NonNullable<Parameters<typeof Stat>[0]["change"]>;

/** A UTC day as it is written beside others. */
export function dayWords(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  return firstOfMonth(format.format(new Date(`${day}T00:00:00Z`)), locale);
}

export function countWords(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** A share with as many digits as it needs to say something: complaints are counted in thousandths. */
export function shareWords(share: number, locale: string): string {
  const digits = share > 0 && share < 0.01 ? 2 : share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** A share with its range; of too few, that they are too few, and how many of how many. */
export function rateWords(rate: RateView, { t, locale }: Text): string {
  const [count, of] = [countWords(rate.count, locale), countWords(rate.of, locale)];
  if (rate.share === null) return t("insights.nobody");
  if (rate.tooFew) return t("insights.tooFew", { count, of });
  return t("insights.rate", {
    share: shareWords(rate.share, locale),
    low: shareWords(rate.low, locale),
    high: shareWords(rate.high, locale),
  });
}

/** How a count moved since the period before. */
export function countChange(now: number, before: number | undefined, good: "up" | "down", { locale }: Text): { change?: Change } {
  if (before === undefined || now === before) return {};
  const direction = now > before ? "up" : "down";
  const text = new Intl.NumberFormat(locale, { signDisplay: "always" }).format(now - before);
  return { change: { text, direction, tone: direction === good ? "good" : "plain" } };
}

/** How a share moved since the period before, where their ranges tell that it did. */
export function rateChange(now: RateView, before: RateView | undefined, good: "up" | "down", { t, locale }: Text): { change?: Change } {
  if (before === undefined || before.share === null) return {};
  const way = changeOf(now, before);
  if (way === "too-few" || way === "no-telling") return {};
  const text = t("insights.from", { share: shareWords(before.share, locale) });
  return { change: { text, direction: way, tone: way === good ? "good" : "bad" } };
}

/** Values day by day, or for long periods week by week: the last week ends with the period. */
export function moments(
  days: readonly string[],
  locale: string,
): { readonly names: readonly string[]; sum(values: readonly number[]): readonly number[] } {
  if (days.length <= 31) return { names: days.map((day) => dayWords(day, locale)), sum: (values) => values };
  const starts: number[] = [];
  for (let start = days.length - 7; start > -7; start -= 7) starts.unshift(Math.max(0, start));
  return {
    names: starts.map((start) => dayWords(days[start] ?? "", locale)),
    sum: (values) => starts.map((start, place) => values.slice(start, starts[place + 1]).reduce((sum, value) => sum + value, 0)),
  };
}
