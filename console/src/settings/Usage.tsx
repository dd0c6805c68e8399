import { useQuery } from "@tanstack/react-query";
import type { UsageView } from "#contract/settings.ts";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { Stat, Stats } from "../parts/Stat.tsx";
import type { Column } from "../parts/table/column.ts";
import { DataTable } from "../parts/table/DataTable.tsx";

type Line = UsageView["lines"][number];

/** What the month has cost so far, and how that is reckoned. */
export function Usage() {
  const { t, locale } = useText();
  const usage = useQuery({ queryKey: ["usage"], queryFn: () => answered(client.GET("/api/usage")), staleTime: 30_000 });
  if (usage.error !== null) return <Failure fault={usage.error} retry={() => void usage.refetch()} />;
  if (usage.data === undefined) return <Loading shape="page" />;
  const { month, days, sent, notices, submissions, lines, dollars, prices, pinpoint } = usage.data;
  const number = new Intl.NumberFormat(locale);
  const money = (amount: number): string => dollarText(amount, locale);
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  const columns: readonly Column<Line>[] = [
    {
      id: "what",
      head: t("usage.what"),
      width: "minmax(0, 3fr)",
      phone: "title",
      cell: ({ what }) => (
        <div>
          <span>{t(`usage.line.${what}`)}</span>
          <span className="quiet small block">{t(`usage.how.${what}`)}</span>
        </div>
      ),
    },
    { id: "quantity", head: t("usage.quantity"), align: "end", phone: "named", cell: (line) => number.format(line.quantity) },
    { id: "price", head: t("usage.perMillion"), align: "end", phone: "named", cell: (line) => money(line.perMillion) },
    {
      id: "cost",
      head: t("usage.cost"),
      align: "end",
      phone: "named",
      cell: (line) => <span className="strong">{money(line.dollars)}</span>,
    },
  ];
  return (
    <Section title={t("usage.title", { month: name })} lead={t("usage.lead", { count: days })}>
      <div className="stack">
        <Stats>
          <Stat label={t("usage.total")} figure={money(dollars)} note={t("usage.estimate")} />
          <Stat label={t("usage.mails")} figure={number.format(sent)} note={t("usage.notices", { count: notices })} />
          <Stat label={t("usage.submissions")} figure={number.format(submissions)} />
        </Stats>
        <DataTable
          name={t("usage.lines")}
          columns={columns}
          rows={lines}
          idOf={({ what }) => what}
          nameOf={({ what }) => t(`usage.line.${what}`)}
        />
        <p className="small">
          {t("usage.pinpoint", { price: money(pinpoint.perThousand), amount: money(pinpoint.dollars), count: pinpoint.people })}
        </p>
        <p className="quiet small">{t("usage.reckoned", { region: prices.region, month: prices.asOf })}</p>
      </div>
    </Section>
  );
}

/** Small sums keep two figures that mean something: $0.0012 is not nothing. */
function dollarText(amount: number, locale: string): string {
  const small = amount > 0 && amount < 0.1;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    ...(small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }),
  }).format(amount);
}
