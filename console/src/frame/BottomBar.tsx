import { IconDots } from "@tabler/icons-react";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../i18n/language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { UserMenu } from "../sign-in/UserMenu.tsx";
import { Clock } from "./Clock.tsx";
import { MailboxLink } from "./MailboxLink.tsx";
import { Manners } from "./Manners.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { usePlaces } from "./use-places.ts";

/** The phone's navigation, under the thumb: what one opens daily, and the rest behind “more”. */
export function BottomBar() {
  const { t } = useText();
  const places = usePlaces();
  const { pathname } = useLocation();
  // Whoever has gone somewhere finds it closed.
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const close = (): void => setOpenAt(undefined);
  return (
    <nav className="bottom" aria-label={t("nav.main")}>
      {places
        .filter((place) => place.thumb === true)
        .map((place) => (
          <PlaceLink key={place.to} place={place} className="bottom-link" />
        ))}
      <button type="button" className="bottom-link" aria-haspopup="dialog" onClick={() => setOpenAt(pathname)}>
        <IconDots size={20} stroke={1.6} aria-hidden />
        <span className="clip">{t("nav.more")}</span>
      </button>
      <Dialog isOpen={isOpen} close={close} title={t("nav.more")} place="sheet">
        {isOpen ? (
          <div className="sheet-links">
            {places
              .filter((place) => place.thumb !== true)
              .map((place) => (
                <PlaceLink key={place.to} place={place} className="side-link" />
              ))}
            <MailboxLink className="side-link" />
            <UserMenu />
            <Clock />
            <Manners />
          </div>
        ) : null}
      </Dialog>
    </nav>
  );
}
