import { useQuery } from "@tanstack/react-query";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { money } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";

/** What happened since yesterday, in one quiet line. */
export function NewsLine() {
  const { t, locale } = useText();
  const { data } = useQuery({ queryKey: ["news"], queryFn: () => answered(client.GET("/api/calls/news")), staleTime: 60_000 });
  if (data === undefined) return null;
  const parts = (["submissions", "replies", "qualified", "clients", "purchases"] as const).flatMap((name) =>
    data[name] === 0 ? [] : [t(`today.news.${name}`, { count: data[name] })],
  );
  const revenue = data.revenue.map(({ amount, currency }) => money(amount, currency, locale)).join(" + ");
  const told = parts.length === 0 ? t("today.newsNone") : new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
  return (
    <p className="quiet news">
      <strong>{t("today.news")}</strong> {told}
      {revenue === "" ? "" : ` (${revenue})`}
    </p>
  );
}
