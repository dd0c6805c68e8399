import { useState } from "react";
import { dayOf } from "#core/insight/count.ts";
import { spanBefore } from "#core/insight/span.ts";
import { useOverview } from "../../api/use-overview.ts";
import { useText } from "../../i18n/language.ts";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { MailInsights } from "./MailInsights.tsx";
import { PeopleInsights } from "./PeopleInsights.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { type Period, spanOf } from "./period.ts";
import { SequenceInsights } from "./SequenceInsights.tsx";

const sides = ["people", "mails", "sequences"] as const;

/** How people come on, what mails bring, and how mailboxes take them, over a period and beside the one before. */
export function InsightsPage() {
  const { t } = useText();
  const now = useOverview()?.now;
  const [side, setSide] = useState<(typeof sides)[number]>("people");
  const [period, setPeriod] = useState<Period>({ kind: "days", days: 30 });
  const read = now === undefined ? undefined : spanOf(period, dayOf(Date.parse(now)));
  const span = read?.kind === "span" ? read.span : undefined;
  return (
    <div className="stack">
      <PageHead title={t("insights.title")} lead={t("insights.lead")} />
      <Tabs label={t("insights.sides")} tabs={sides.map((id) => ({ id, label: t(`insights.side.${id}`) }))} chosen={side} choose={setSide}>
        {side === "sequences" ? (
          <SequenceInsights />
        ) : (
          <>
            <PeriodChoice period={period} choose={setPeriod} span={span} refusal={read?.kind === "refused" ? read : undefined} />
            {span === undefined ? (
              read === undefined ? (
                <Loading shape="page" />
              ) : null
            ) : side === "people" ? (
              <PeopleInsights span={span} before={spanBefore(span)} />
            ) : (
              <MailInsights span={span} before={spanBefore(span)} />
            )}
          </>
        )}
      </Tabs>
    </div>
  );
}
