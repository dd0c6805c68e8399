import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNow } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { chosenInstant, type Later, LaterField } from "./LaterField.tsx";

/** Until when a call is put off. */
export function SnoozeDialog(props: { readonly name: string; readonly close: () => void; readonly save: (until: string) => void }) {
  const { t } = useText();
  const now = useNow();
  const [later, setLater] = useState<Later>({ choice: "tomorrow", own: "" });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const until = chosenInstant(later, now);
    if (until === null) return;
    props.close();
    props.save(until);
  };
  return (
    <Dialog isOpen close={props.close} title={t("snooze.title", { name: props.name })} place="sheet">
      <form className="stack" onSubmit={save}>
        <LaterField label={t("snooze.until")} value={later} change={setLater} isFirst />
        <p className="quiet small">{t("snooze.means")}</p>
        <div className="row end">
          <Button variant="subtle" onClick={props.close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit">{t("snooze.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
