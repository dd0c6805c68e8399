import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { ApiProblem } from "../../api/answered.ts";
import { useText } from "../../i18n/language.ts";
import { useShortcut } from "../../keys/use-page-act.ts";
import { KeyHint } from "../KeyHint.tsx";
import { shownFor, type Toast, toastList, useToasts } from "./toasts.ts";

/** What was just done, with its way back; said aloud without taking the focus. */
export function Toasts() {
  const { t } = useText();
  const toasts = useToasts();
  useShortcut(
    "z",
    t("toast.undo"),
    toastList.undoLast,
    toasts.some((toast) => toast.undo !== undefined),
  );
  return (
    <div className="toasts" role="status" aria-label={t("toast.region")}>
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const { t, said } = useText();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || toast.fault !== undefined) return undefined;
    const timer = setTimeout(() => toastList.putAway(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  const { remedy } = toast.fault instanceof ApiProblem ? toast.fault : {};
  const undo = (): void => {
    toastList.putAway(toast.id);
    toast.undo?.();
  };
  return (
    <div
      className="toast"
      data-tone={toast.fault === undefined ? undefined : "bad"}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div>
        <p>{toast.text}</p>
        {toast.fault === undefined ? null : <p className="small break">{said(toast.fault.message)}</p>}
        {remedy === undefined ? null : <p className="small break">{t("common.remedy", { remedy: said(remedy) })}</p>}
      </div>
      {toast.undo === undefined ? null : (
        <button type="button" className="toast-undo" onClick={undo}>
          {t("toast.undo")}
          <KeyHint keys="z" />
        </button>
      )}
      <ActionIcon variant="transparent" color="inherit" aria-label={t("common.close")} onClick={() => toastList.putAway(toast.id)}>
        <IconX size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  );
}
