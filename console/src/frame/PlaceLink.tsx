import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/language.ts";
import type { Offered } from "./use-places.ts";

/** A link to a page, with how much waits there. */
export function PlaceLink({ place, className }: { readonly place: Offered; readonly className: string }) {
  const { t } = useText();
  const Icon = place.icon;
  return (
    <Link to={place.to} className={className}>
      <Icon size={20} stroke={1.6} aria-hidden />
      <span className="clip">{t(place.label)}</span>
      {place.waiting === 0 ? null : <span className="count">{place.waiting}</span>}
    </Link>
  );
}
