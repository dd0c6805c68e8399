import { useEffect, useEffectEvent } from "react";
import { pageActs, type PageAct } from "./page-acts.ts";

/** Offers an act while the component is on the page: by its keys, in the palette and in the keyboard's help. */
export function usePageAct({ label, run, keys, icon, permission, isQuiet }: PageAct, isOffered = true): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (!isOffered) return undefined;
    return pageActs.add({
      label,
      run: () => latest(),
      ...(keys === undefined ? {} : { keys }),
      ...(icon === undefined ? {} : { icon }),
      ...(permission === undefined ? {} : { permission }),
      ...(isQuiet === undefined ? {} : { isQuiet }),
    });
  }, [label, keys, icon, permission, isQuiet, isOffered]);
}

/** A key for something on this page: `useShortcut("n", t("people.add"), add)`. It never fires while somebody types. */
export function useShortcut(keys: string, label: string, run: () => void, isOffered = true): void {
  usePageAct({ keys, label, run, isQuiet: true }, isOffered);
}
