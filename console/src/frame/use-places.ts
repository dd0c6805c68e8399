import { useMay } from "../api/use-me.ts";
import { useOverview } from "../api/use-overview.ts";
import { places } from "../registry.ts";
import type { Place } from "./place.ts";

/** A page as the navigation offers it. */
export interface Offered extends Place {
  readonly to: (typeof places)[number]["fullPath"];
  /** How much waits there for somebody, where anything does. */
  readonly waiting: number;
}

/** The pages that the caller may see, in the registry's order. */
export function usePlaces(): readonly Offered[] {
  const may = useMay();
  const overview = useOverview();
  const waiting: Readonly<Record<string, number | undefined>> = { "/parked": overview?.parked };
  return places.flatMap((route) => {
    const place = route.options.staticData?.place;
    if (place === undefined || !may(place.permission) || (place.local === true && overview?.local !== true)) return [];
    return [{ ...place, to: route.fullPath, waiting: waiting[route.fullPath] ?? 0 }];
  });
}
