import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Settings, weekdays } from "#core/settings/settings.ts";
import { useText } from "../../i18n/language.ts";
import { ChoiceField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { useSettingsFile } from "../file/use-settings-file.ts";
import { dayName } from "./day-names.ts";

const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The days and hours in which mail may leave. It changes the text of the settings, and publishes it as a version. */
export function WindowForm({ settings }: { readonly settings: Settings }) {
  const { t, locale } = useText();
  const { publish } = useSettingsFile();
  const [days, setDays] = useState<ReadonlySet<string>>(new Set(settings.window.days));
  const [from, setFrom] = useState(settings.window.from);
  const [to, setTo] = useState(settings.window.to);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [note, setNote] = useState("");
  const chosen = weekdays.filter((day) => days.has(day));
  const wrong = chosen.length === 0 ? t("manners.noDay") : from >= to ? t("manners.endsFirst") : undefined;
  const send = async (): Promise<void> => {
    if (wrong !== undefined) throw new Error(wrong);
    await publish({ window: { days: chosen, from, to }, timeZone }, note);
  };
  const toggle = (day: string): void => {
    const next = new Set(days);
    if (!next.delete(day)) next.add(day);
    setDays(next);
  };
  return (
    <Form send={send} submit={t("manners.publish")} permission="definitions:publish">
      <fieldset className="days">
        <legend>{t("manners.days")}</legend>
        {weekdays.map((day) => (
          <Checkbox key={day} label={dayName(day, locale)} checked={days.has(day)} onChange={() => toggle(day)} />
        ))}
      </fieldset>
      <div className="row">
        <TextInput
          type="time"
          label={t("manners.from")}
          value={from}
          required
          withAsterisk={false}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t("manners.to")}
          value={to}
          required
          withAsterisk={false}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <ChoiceField
        name="timeZone"
        label={t("manners.timeZone")}
        help={t("manners.timeZoneHelp")}
        value={timeZone}
        change={setTimeZone}
        choices={[...new Set([settings.timeZone, ...zones])].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <TextInput
        label={t("manners.note")}
        description={t("manners.noteHelp")}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Form>
  );
}
