import { useText } from "../../../i18n/language.ts";
import { Bars } from "../../../parts/chart/Bars.tsx";
import { Funnel } from "../../../parts/chart/Funnel.tsx";
import { Lines } from "../../../parts/chart/Lines.tsx";

const days = ["24/11", "25/11", "26/11", "27/11", "28/11"];

/** The three pictures there are, each with the table behind it. */
export function Charts() {
  const { t } = useText();
  const steps = (["awareness", "connection", "qualification", "proposal", "negotiation", "won"] as const).map((stage, place) => ({
    label: t(`stage.${stage}`),
    value: [480, 310, 160, 74, 31, 18][place] ?? 0,
  }));
  return (
    <>
      <Funnel title={t("design.funnel")} steps={steps} />
      <Lines
        title={t("design.linesTitle")}
        moments={days}
        lines={[
          { name: t("score.fit"), values: [12, 30, 22, 41, 38] },
          { name: t("score.engagement"), values: [4, 9, 14, 12, 20] },
        ]}
        limits={[{ value: 35, label: t("design.limit") }]}
      />
      <Bars title={t("design.bars")} of={t("design.name")} count={t("design.count")} bars={steps.slice(0, 4)} />
    </>
  );
}
