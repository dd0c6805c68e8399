import { Link } from "@tanstack/react-router";
import { useOverview } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";
import { home } from "../registry.ts";
import { UserMenu } from "../sign-in/UserMenu.tsx";
import { Clock } from "./Clock.tsx";
import { Manners } from "./Manners.tsx";
import { MailboxLink } from "./MailboxLink.tsx";
import { PaletteButton } from "./PaletteButton.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { groups } from "./place.ts";
import { usePlaces } from "./use-places.ts";

/** The navigation of a wide screen: pages by what one does with them, then how one likes to read. */
export function SideBar() {
  const { t } = useText();
  const company = useOverview()?.company;
  const places = usePlaces();
  return (
    <div className="side">
      <Link to={home} className="brand" activeProps={{ "aria-current": undefined }}>
        <img src="/icon.svg" alt="" />
        <span className="clip">{company ?? "Relance"}</span>
      </Link>
      <PaletteButton />
      <nav aria-label={t("nav.main")} className="side-nav">
        {groups.map((group) => (
          <div key={group} className="side-group">
            {places
              .filter((place) => place.group === group)
              .map((place) => (
                <PlaceLink key={place.to} place={place} className="side-link" />
              ))}
            {group === "run" ? <MailboxLink className="side-link" /> : null}
          </div>
        ))}
      </nav>
      <div className="side-foot">
        <UserMenu />
        <Clock />
        <Manners />
      </div>
    </div>
  );
}
