import type { SequenceFlow } from "#contract/sequence-flow.ts";
import { lifecycleSchema } from "#core/person/lifecycle.ts";
import { stageSchema } from "#core/person/stage.ts";
import type { useText } from "../../../i18n/language.ts";
import { sourceName } from "../../../i18n/source-name.ts";

type Text = ReturnType<typeof useText>;

/** What starts a run, in words. What we do not know yet is said as the file says it. */
export function triggerWords({ on, source, to }: SequenceFlow["trigger"], { t }: Text): string {
  switch (on) {
    case "submission.received":
      return source === null ? t("flow.on.anySubmission") : t("flow.on.submission", { source: sourceName(source, t) });
    case "stage.changed":
      return t("flow.on.stage", { stage: stageWords(to, t) });
    case "lifecycle.changed":
      return t("flow.on.lifecycle", { lifecycle: lifecycleWords(to, t) });
    case "link.clicked":
      return t("flow.on.click");
    case "person.became_client":
      return t("flow.on.client");
    default:
      return on;
  }
}

export function reentryWords({ kind, milliseconds }: SequenceFlow["reentry"], { t, locale }: Text): string {
  switch (kind) {
    case "never":
      return t("flow.again.never");
    case "always":
      return t("flow.again.always");
    case "after":
      return t("flow.again.after", { time: duration(milliseconds ?? 0, null, locale) });
  }
}

export function exitWords({ on, stages }: SequenceFlow["exits"][number], { t, locale }: Text): string {
  switch (on) {
    case "bought":
      return t("flow.exit.bought");
    case "replied":
      return t("flow.exit.replied");
    case "unsubscribed":
      return t("flow.exit.unsubscribed");
    case "stage-left":
      return t("flow.exit.stageLeft", {
        stages: new Intl.ListFormat(locale, { type: "disjunction" }).format(stages.map((stage) => t(`stage.${stage}`))),
      });
    case "condition":
      return t("flow.exit.condition");
    default:
      return on;
  }
}

/** Lengths of time in ms, the largest first. */
const units = [
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** A length of time in the largest units that tell it whole; days by the calendar are days whatever the clocks do. */
export function duration(milliseconds: number, calendarDays: number | null, locale: string): string {
  let rest = calendarDays === null ? milliseconds : calendarDays * 86_400_000;
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length);
    if (count === 0 || (unit === "week" && rest % length !== 0)) continue;
    rest -= count * length;
    parts.push(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count));
  }
  if (parts.length === 0) parts.push(new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" }).format(0));
  return new Intl.ListFormat(locale, { type: "unit" }).format(parts);
}

export function stageWords(stage: string | null, t: Text["t"]): string {
  const known = stageSchema.safeParse(stage);
  return known.success ? t(`stage.${known.data}`) : (stage ?? "");
}

function lifecycleWords(lifecycle: string | null, t: Text["t"]): string {
  const known = lifecycleSchema.safeParse(lifecycle);
  return known.success ? t(`lifecycle.${known.data}`) : (lifecycle ?? "");
}

/** Of a text in several languages the reader's, else the first there is. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? "";
}
