import { type KeyboardEvent, useRef } from "react";
import { useText } from "../../i18n/language.ts";
import { useShortcut } from "../../keys/use-page-act.ts";

/** Goes through a list's rows by the arrows or by J and K, from wherever one is on the page; X chooses the row one stands on. */
export function useRowKeys(choose: ((id: string, isRange: boolean) => void) | undefined) {
  const { t } = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = (): readonly HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const current = (): HTMLElement | undefined => rows().find((row) => row.contains(document.activeElement));
  const step = (by: 1 | -1): void => {
    const all = rows();
    const here = current();
    const next = all[here === undefined ? 0 : all.indexOf(here) + by];
    next?.querySelector<HTMLElement>(".row-link, a, button, input")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  useShortcut("j", t("table.next"), () => step(1));
  useShortcut("k", t("table.previous"), () => step(-1));
  useShortcut(
    "x",
    t("table.choose"),
    () => {
      const id = current()?.dataset["row"];
      if (id !== undefined) choose?.(id, false);
    },
    choose !== undefined,
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  };
  return { body, onKeyDown };
}
