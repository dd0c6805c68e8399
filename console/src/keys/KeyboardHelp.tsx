import { Switch } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { KeyLines, useKeyLines } from "./KeyLines.tsx";
import { areKeysOn, turnKeys } from "./page-acts.ts";

/** Every key that does something here, and the switch that turns single keys off (WCAG 2.1.4). */
export function KeyboardHelp({ close }: { readonly close: () => void }) {
  const { t } = useText();
  const [isOn, setOn] = useState(areKeysOn);
  const { pages, acts } = useKeyLines();
  return (
    <Dialog isOpen close={close} title={t("keys.title")}>
      <Titled title={t("keys.here")} lines={acts} />
      <Titled title={t("keys.pages")} lines={pages} />
      <Switch
        label={t("keys.on")}
        description={t("keys.onMeans")}
        checked={isOn}
        onChange={(event) => {
          turnKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}

function Titled({ title, lines }: { readonly title: string } & ComponentProps<typeof KeyLines>) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <KeyLines lines={lines} />
    </section>
  );
}
