import { IconMail } from "@tabler/icons-react";
import { complaintLines } from "#core/insight/complaint-standing.ts";
import type { Span } from "#core/insight/span.ts";
import { useText } from "../../i18n/language.ts";
import { Lines } from "../../parts/chart/Lines.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { Stat, Stats } from "../../parts/Stat.tsx";
import { complaintsOverAWeek } from "./complaints-over-a-week.ts";
import { countChange, countWords, dayWords, moments, rateChange, rateWords, shareWords } from "./insight-words.ts";
import { MailboxGroups } from "./MailboxGroups.tsx";
import { Standing } from "./Standing.tsx";
import { useMailInsight } from "./use-insight.ts";

/** What became of the mails that left, and how complaints stand against the two lines that mailboxes draw. */
export function MailInsights({ span, before }: { readonly span: Span; readonly before: Span }) {
  const text = useText();
  const { t, locale } = text;
  const query = useMailInsight(span);
  const earlier = useMailInsight(before).data?.total;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading shape="page" />;
  const { days, groups, total, notices } = query.data;
  if (total.sent === 0)
    return (
      <Empty icon={IconMail} title={t("insights.noMails")}>
        {t("insights.noMailsText")}
      </Empty>
    );
  const names = days.map(({ day }) => day);
  const over = moments(names, locale);
  const percent = (value: number): string => shareWords(value, locale);
  return (
    <>
      <Stats>
        <Stat
          label={t("insights.sent")}
          figure={countWords(total.sent, locale)}
          {...countChange(total.sent, earlier?.sent, "up", text)}
          {...(notices === 0 ? {} : { note: t("insights.notices", { count: notices }) })}
        />
        <Stat label={t("insights.delivered")} figure={countWords(total.delivered, locale)} />
        <Stat
          label={t("insights.bounces")}
          figure={countWords(total.bounces.count, locale)}
          note={rateWords(total.bounces, text)}
          {...rateChange(total.bounces, earlier?.bounces, "down", text)}
        />
        <Stat
          label={t("insights.complaints")}
          figure={countWords(total.complained, locale)}
          note={<Standing standing={total.standing} rate={total.complaints} />}
        />
        <Stat label={t("insights.unsubscribed")} figure={countWords(total.unsubscribed, locale)} />
      </Stats>
      <Section>
        <Lines
          title={t("insights.mailsOverTime")}
          lead={over.names.length === days.length ? t("insights.byDayLeft") : t("insights.byWeekLeft")}
          moments={over.names}
          lines={[
            { name: t("insights.delivered"), values: over.sum(days.map((day) => day.delivered)) },
            { name: t("insights.bouncedForGood"), values: over.sum(days.map((day) => day.bouncedForGood)) },
            { name: t("insights.bouncedForNow"), values: over.sum(days.map((day) => day.bouncedForNow)) },
          ]}
        />
      </Section>
      <Section>
        {total.standing === "too-few" ? (
          <div className="stack">
            <h2>{t("insights.complaintsOverTime")}</h2>
            <p>{t("insights.complaintsTooFew", { complained: total.complained, delivered: total.delivered })}</p>
          </div>
        ) : (
          <Lines
            title={t("insights.complaintsOverTime")}
            lead={t("insights.complaintsLead")}
            moments={names.map((day) => dayWords(day, locale))}
            lines={[{ name: t("insights.complaintRate"), values: complaintsOverAWeek(days) }]}
            limits={[
              { value: complaintLines.keepUnder, label: t("insights.keepUnder", { share: percent(complaintLines.keepUnder) }) },
              { value: complaintLines.never, label: t("insights.never", { share: percent(complaintLines.never) }) },
            ]}
            write={percent}
          />
        )}
      </Section>
      <Section>
        <MailboxGroups groups={groups} />
      </Section>
    </>
  );
}
