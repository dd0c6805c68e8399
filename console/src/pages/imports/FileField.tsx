import "../../theme/imports.css";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, useId, useState } from "react";
import { useText } from "../../i18n/language.ts";

/** Where a list is dropped or chosen: the browser's own field, which every keyboard and phone knows, within a wide target. */
export function FileField({ file, choose }: { readonly file: File | undefined; readonly choose: (file: File) => void }) {
  const { t } = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) choose(dropped);
  };
  return (
    <label
      htmlFor={id}
      className="file-drop"
      data-over={isOver ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
      <span className="strong">{file === undefined ? t("imports.chooseFile") : t("imports.chooseOther", { name: file.name })}</span>
      <span className="quiet small">{t("imports.fileHelp")}</span>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.gz,text/csv"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen !== undefined) choose(chosen);
        }}
      />
    </label>
  );
}
