import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type CallOutcome, callOutcomes } from "#core/call/call.ts";
import { useNow } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ChipsField } from "../parts/form/ChipsField.tsx";
import { chosenInstant, type Later, LaterField } from "./LaterField.tsx";

export interface Called {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly nextAt: string | null;
}

/** Who did not answer is called again tomorrow, unless one says otherwise. */
const callsAgain: ReadonlySet<CallOutcome> = new Set(["no-answer", "message-left"]);

/** What came of a call: one choice, and as many words as one likes. */
export function CallDialog(props: { readonly name: string; readonly close: () => void; readonly save: (called: Called) => void }) {
  const { t } = useText();
  const now = useNow();
  const [outcome, setOutcome] = useState<CallOutcome>("reached");
  const [text, setText] = useState("");
  const [next, setNext] = useState<Later>();
  const later = next ?? { choice: callsAgain.has(outcome) ? ("tomorrow" as const) : ("never" as const), own: "" };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    props.close();
    props.save({ outcome, text: text.trim(), nextAt: chosenInstant(later, now) });
  };
  return (
    <Dialog isOpen close={props.close} title={t("call.title", { name: props.name })} place="sheet">
      <form className="stack" onSubmit={save}>
        <ChipsField
          label={t("call.outcome")}
          value={outcome}
          change={setOutcome}
          choices={callOutcomes.map((value) => ({ value, label: t(`call.outcome.${value}`) }))}
          isFirst
        />
        <Textarea label={t("call.note")} rows={3} maxLength={4_000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <LaterField
          label={t("call.next")}
          value={later}
          change={setNext}
          {...(outcome === "no-answer" ? {} : { never: t("call.noNext") })}
        />
        <div className="row end">
          <Button variant="subtle" onClick={props.close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit">{t("call.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
