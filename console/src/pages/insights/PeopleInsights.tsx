import { IconChartBar } from "@tabler/icons-react";
import type { Span } from "#core/insight/span.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Bars } from "../../parts/chart/Bars.tsx";
import { Funnel } from "../../parts/chart/Funnel.tsx";
import { Lines } from "../../parts/chart/Lines.tsx";
import { Rates } from "../../parts/chart/Rates.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { Stat, Stats } from "../../parts/Stat.tsx";
import { countChange, countWords, moments } from "./insight-words.ts";
import { usePeopleInsight } from "./use-insight.ts";

const way = ["awareness", "connection", "qualification", "proposal", "negotiation", "won"] as const;

/** How many came, how far they went and by which source they came on. */
export function PeopleInsights({ span, before }: { readonly span: Span; readonly before: Span }) {
  const text = useText();
  const { t, locale } = text;
  const query = usePeopleInsight(span);
  const earlier = usePeopleInsight(before).data;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading shape="page" />;
  const { days, stages, sources } = query.data;
  const total = (of: typeof days, what: "arrived" | "qualified" | "clients"): number => of.reduce((sum, day) => sum + day[what], 0);
  const reached = new Map(stages.map((stage) => [stage.stage, stage]));
  const standing = stages.reduce((sum, { now }) => sum + now, 0);
  if (standing === 0 && total(days, "arrived") === 0)
    return (
      <Empty icon={IconChartBar} title={t("insights.noPeople")}>
        {t("insights.noPeopleText")}
      </Empty>
    );
  const over = moments(
    days.map(({ day }) => day),
    locale,
  );
  return (
    <>
      <Stats>
        {(["arrived", "qualified", "clients"] as const).map((what) => (
          <Stat
            key={what}
            label={t(`insights.${what}`)}
            figure={countWords(total(days, what), locale)}
            {...countChange(total(days, what), earlier && total(earlier.days, what), "up", text)}
          />
        ))}
      </Stats>
      <Section>
        <Funnel
          title={t("insights.funnel")}
          lead={t("insights.funnelLead")}
          steps={way.map((stage) => ({ label: t(`stage.${stage}`), value: reached.get(stage)?.reached ?? 0 }))}
        />
      </Section>
      <Section>
        <Lines
          title={t("insights.overTime")}
          lead={over.names.length === days.length ? t("insights.byDay") : t("insights.byWeek")}
          moments={over.names}
          lines={way.map((stage) => ({ name: t(`stage.${stage}`), values: over.sum(days.map((day) => day.reached[stage] ?? 0)) }))}
        />
      </Section>
      <Section>
        <Bars
          title={t("insights.standing")}
          lead={t("insights.standingLead")}
          of={t("insights.stage")}
          count={t("insights.people")}
          bars={stages.map(({ stage, now }) => ({ label: t(`stage.${stage}`), value: now }))}
        />
      </Section>
      <Section>
        {sources.length === 0 ? (
          <>
            <h2>{t("insights.sources")}</h2>
            <p className="quiet">{t("insights.noSources")}</p>
          </>
        ) : (
          <div className="stack">
            {(["prospects", "clients"] as const).map((what) => (
              <Rates
                key={what}
                title={t(`insights.sources.${what}`)}
                {...(what === "prospects" ? { lead: t("insights.sourcesLead") } : {})}
                of={t("insights.source")}
                rows={sources.map((source) => ({
                  label: source.source === "direct" ? t("insights.direct") : sourceName(source.source, t),
                  rate: source[what],
                }))}
              />
            ))}
          </div>
        )}
      </Section>
    </>
  );
}
