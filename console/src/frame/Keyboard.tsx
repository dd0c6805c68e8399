import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useMay } from "../api/use-me.ts";
import { useText } from "../i18n/language.ts";
import { listenForKeys, type PageAct, pageActs } from "../keys/page-acts.ts";
import { usePageAct } from "../keys/use-page-act.ts";
import { asked } from "./asked.ts";
import { type Offered, usePlaces } from "./use-places.ts";

const loadPalette = () => import("../palette/Palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeyboardHelp = lazy(async () => ({ default: (await import("../keys/KeyboardHelp.tsx")).KeyboardHelp }));

/** What the keyboard does everywhere: the palette, the help, and the way to each page. */
export function Keyboard() {
  const { t } = useText();
  const [open, setOpen] = useState<"palette" | "help">();
  const may = useMay();
  const mayRun = useEffectEvent((act: PageAct) => may(act.permission));
  useEffect(() => listenForKeys((act) => mayRun(act)), []);
  useEffect(() => asked.listen(() => setOpen("palette")), []);
  // Fetched before it is asked for: whoever types on at once loses no letter.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1_500);
    return () => clearTimeout(timer);
  }, []);
  usePageAct({ keys: "mod+k", label: t("palette.name"), run: () => setOpen("palette"), isQuiet: true });
  usePageAct({ keys: "/", label: t("palette.name"), run: () => setOpen("palette"), isQuiet: true });
  usePageAct({ keys: "?", label: t("keys.title"), run: () => setOpen("help") });
  useWays(usePlaces());
  const close = (): void => setOpen(undefined);
  return (
    <Suspense fallback={null}>
      {open === "palette" ? <Palette close={close} /> : null}
      {open === "help" ? <KeyboardHelp close={close} /> : null}
    </Suspense>
  );
}

/** `g` and a page's letter lead there. */
function useWays(places: readonly Offered[]): void {
  const { t } = useText();
  const goTo = useNavigate();
  const ways = useEffectEvent(() =>
    places.flatMap((place) =>
      place.keys === undefined
        ? []
        : [pageActs.add({ keys: place.keys, label: t(place.label), run: () => void goTo({ to: place.to }), isQuiet: true })],
    ),
  );
  const changed = places.map((place) => `${place.to} ${t(place.label)}`).join();
  useEffect(() => {
    const leave = ways();
    return () => leave.forEach((forget) => forget());
  }, [changed]);
}
