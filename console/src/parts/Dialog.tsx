import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../i18n/language.ts";

/** Something that must be dealt with before the page goes on. The browser's own dialogue holds the focus and gives it back; `data-autofocus` marks what gets it first. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly place?: "middle" | "sheet" | "wide";
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (!props.isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    // The browser would choose the first thing that can be pressed: the way out.
    dialog.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, [props.isOpen]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-place={props.place ?? "middle"}
      aria-labelledby={title}
      onClose={props.close}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.close();
      }}
    >
      <div className="dialog-inner">
        <div className="dialog-head">
          <h2 id={title}>{props.title}</h2>
          <ActionIcon variant="subtle" aria-label={t("common.close")} onClick={props.close}>
            <IconX size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
