import { firstOfMonth } from "#core/time/first-of-month.ts";
import { TextInput } from "@mantine/core";
import { useNow } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";
import { ChipsField } from "../parts/form/ChipsField.tsx";
import { fieldValue, laterAt, laterTimes, type LaterTime } from "./later-times.ts";

/** What was chosen: one of the times one speaks of, an instant of one's own, or never. */
export type LaterChoice = LaterTime | "other" | "never";
export interface Later {
  readonly choice: LaterChoice;
  /** As the field for an instant of one's own has it; empty until somebody fills it in. */
  readonly own: string;
}

/** The instant that was chosen, in ISO 8601; null for never, or while none is filled in. */
export function chosenInstant({ choice, own }: Later, now: string): string | null {
  if (choice === "never") return null;
  if (choice !== "other") return laterAt(choice, new Date(now)).toISOString();
  const at = new Date(own);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** When to come back to somebody. */
export function LaterField(props: {
  readonly label: string;
  readonly value: Later;
  readonly change: (value: Later) => void;
  /** What never coming back is called, where one may choose that. */
  readonly never?: string;
  readonly isFirst?: boolean;
}) {
  const { t, locale } = useText();
  const now = useNow();
  const { value, change, never } = props;
  const choices = laterTimes.map((time) => ({
    value: time,
    label: t(`later.${time}`),
    note: told(laterAt(time, new Date(now)), locale),
  }));
  return (
    <div className="stack later">
      <ChipsField<LaterChoice>
        label={props.label}
        value={value.choice}
        change={(choice) => change({ choice, own: value.own === "" ? fieldValue(laterAt("tomorrow", new Date(now))) : value.own })}
        choices={[
          ...(never === undefined ? [] : [{ value: "never" as const, label: never }]),
          ...choices,
          { value: "other", label: t("later.other") },
        ]}
        {...(props.isFirst === true ? { isFirst: true } : {})}
      />
      {value.choice === "other" ? (
        <TextInput
          type="datetime-local"
          label={t("later.when")}
          required
          withAsterisk={false}
          min={fieldValue(new Date(now))}
          value={value.own}
          onChange={(event) => change({ choice: "other", own: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}

/** The day in short, and the hour. */
function told(at: Date, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
  return firstOfMonth(format.format(at), locale);
}
