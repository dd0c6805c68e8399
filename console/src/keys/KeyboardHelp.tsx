import { Switch } from "@mantine/core";
import { useState } from "react";
import { usePlaces } from "../frame/use-places.ts";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { KeyHint } from "../parts/KeyHint.tsx";
import { areKeysOn, turnKeys } from "./page-acts.ts";
import { type Keys, printed } from "./read-keys.ts";
import { usePageActs } from "./use-page-acts.ts";

/** Every key that does something here, and the switch that turns single keys off (WCAG 2.1.4). */
export function KeyboardHelp({ close }: { readonly close: () => void }) {
  const { t } = useText();
  const [isOn, setOn] = useState(areKeysOn);
  const acts = usePageActs().flatMap((act) => (act.keys === undefined ? [] : [{ label: act.label, keys: act.keys }]));
  const pages = usePlaces().flatMap((place) => (place.keys === undefined ? [] : [{ label: t(place.label), keys: place.keys }]));
  const isPage = new Set<Keys>(pages.map((page) => page.keys));
  return (
    <Dialog isOpen close={close} title={t("keys.title")}>
      <KeyList title={t("keys.here")} list={acts.filter((act) => !isPage.has(act.keys))} />
      <KeyList title={t("keys.pages")} list={pages} />
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

function KeyList({ title, list }: { readonly title: string; readonly list: readonly { readonly label: string; readonly keys: Keys }[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">
        {list.map(({ label, keys }) => (
          <div key={`${keys} ${label}`}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
              <span className="for-ears">{printed(keys, false).join(" ")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
