import { Switch } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useState } from "react";
import { ApiProblem } from "../../../api/answered.ts";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { Empty } from "../../../parts/Empty.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import { Loading } from "../../../parts/Loading.tsx";
import { Progress } from "../../../parts/Progress.tsx";
import { Section } from "../../../parts/Section.tsx";
import { Stat, Stats } from "../../../parts/Stat.tsx";

const shapes = ["line", "rows", "cards", "page"] as const;

/** What is told: figures, progress, nothing there, something wrong; and, when asked for, what stands in until there is something. */
export function Feedback() {
  const { t } = useText();
  const [isLoading, setLoading] = useState(false);
  const fault = new ApiProblem(409, {
    title: t("design.refused"),
    detail: t("design.refused"),
    field: "stage",
    remedy: t("design.remedy"),
  });
  return (
    <Section title={t("design.feedback")} lead={t("design.feedbackLead")}>
      <div className="stack">
        <Stats>
          <Stat label={t("design.count")} figure="1 284" note={t("design.help")} />
          <Stat label={t("design.when")} figure="4,2 %" change={{ text: "+0,4", direction: "up", tone: "good" }} />
          <Stat label={t("design.name")} figure="0,31 %" change={{ text: "+0,2", direction: "up", tone: "bad" }} />
        </Stats>
        <Progress label={t("design.progress")} done={37} of={120} note={t("design.help")} />
        <Progress label={t("design.progressUnknown")} done={37} />
        <Empty icon={IconInbox} title={t("design.empty")} action={<Act run={() => undefined}>{t("design.confirm")}</Act>}>
          {t("design.emptyText")}
        </Empty>
        <Failure fault={fault} retry={() => undefined} />
        <Switch label={t("design.showLoading")} checked={isLoading} onChange={(event) => setLoading(event.currentTarget.checked)} />
        {isLoading ? shapes.map((shape) => <Loading key={shape} shape={shape} />) : null}
      </div>
    </Section>
  );
}
