import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";

/** A few words to be found again in somebody's history. */
export function NoteDialog(props: { readonly name: string; readonly close: () => void; readonly save: (text: string) => void }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const save = (): void => {
    if (isEmpty) return;
    props.close();
    props.save(text.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  const atEnter = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <Dialog isOpen close={props.close} title={t("note.title", { name: props.name })} place="sheet">
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t("note.text")}
          description={t("note.help")}
          data-autofocus
          rows={4}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={atEnter}
        />
        <div className="row end">
          <Button variant="subtle" onClick={props.close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" disabled={isEmpty}>
            {t("note.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
