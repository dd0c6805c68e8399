import { SegmentedControl, TextInput } from "@mantine/core";
import { longestSpan, type Span, type SpanAsked } from "#core/insight/span.ts";
import { useText } from "../../i18n/language.ts";
import { Toolbar } from "../../parts/Toolbar.tsx";
import { dayWords } from "./insight-words.ts";
import { type Period, usualDays } from "./period.ts";

/** The last week, month or quarter, or any days one names; and which days that is. */
export function PeriodChoice(props: {
  readonly period: Period;
  readonly choose: (period: Period) => void;
  readonly span: Span | undefined;
  readonly refusal: Extract<SpanAsked, { kind: "refused" }> | undefined;
}) {
  const { t, locale } = useText();
  const { period, choose, span, refusal } = props;
  const pick = (value: string): void => {
    const days = usualDays.find((one) => String(one) === value);
    choose(days === undefined ? { kind: "custom", from: span?.from ?? "", to: span?.to ?? "" } : { kind: "days", days });
  };
  return (
    <Toolbar label={t("insights.period")}>
      <SegmentedControl
        aria-label={t("insights.period")}
        value={period.kind === "days" ? String(period.days) : "custom"}
        onChange={pick}
        data={[
          ...usualDays.map((days) => ({ value: String(days), label: t("insights.days", { days }) })),
          { value: "custom", label: t("insights.custom") },
        ]}
      />
      {period.kind === "days" ? null : (
        <>
          {(["from", "to"] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={end === "from" ? t("insights.first") : t("insights.last")}
              value={period[end]}
              error={refusal?.field === end ? t("insights.refused", { days: longestSpan }) : undefined}
              onChange={(event) => choose({ ...period, [end]: event.currentTarget.value })}
            />
          ))}
        </>
      )}
      {span === undefined ? null : (
        <span className="quiet small">
          {t("insights.span", { from: dayWords(span.from, locale), to: dayWords(span.to, locale), days: span.days.length })}
        </span>
      )}
    </Toolbar>
  );
}
