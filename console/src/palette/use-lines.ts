import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { shortestSearch } from "#core/search/search-words.ts";
import { usePlaces } from "../frame/use-places.ts";
import { useText } from "../i18n/language.ts";
import { usePageActs } from "../keys/use-page-acts.ts";
import { meets, type PaletteLine } from "./line.ts";

/** What the palette offers for what was typed: pages, what can be done here, and people. */
export function useLines(typed: string): { readonly lines: readonly PaletteLine[]; readonly isSeeking: boolean } {
  const { t } = useText();
  const goTo = useNavigate();
  const pages = usePlaces().map(
    (place): PaletteLine => ({
      id: place.to,
      group: "pages",
      label: t(place.label),
      ...(place.words === undefined ? {} : { words: t(place.words) }),
      ...(place.keys === undefined ? {} : { keys: place.keys }),
      icon: place.icon,
      run: () => void goTo({ to: place.to }),
    }),
  );
  const acts = usePageActs()
    .filter((act) => act.isQuiet !== true)
    .map(
      (act, place): PaletteLine => ({
        id: `act${place}`,
        group: "acts",
        label: act.label,
        ...(act.keys === undefined ? {} : { keys: act.keys }),
        ...(act.icon === undefined ? {} : { icon: act.icon }),
        run: act.run,
      }),
    );
  const people = usePeople(typed);
  const found = [...acts, ...pages]
    .map((line) => ({ line, mark: typed.trim() === "" ? 1 : meets(line, typed) }))
    .filter(({ mark }) => mark > 0)
    .toSorted((a, b) => b.mark - a.mark)
    .map(({ line }) => line);
  const groups = ["acts", "pages"] as const;
  const own = groups.flatMap((group) => found.filter((line) => line.group === group));
  return { lines: [...own, ...people.lines], isSeeking: people.isSeeking };
}

/** Most people the palette shows: whoever is not among them is found by typing on, or on the page of people. */
const most = 8;

/** People by what was typed, once it is enough to seek by. */
function usePeople(typed: string) {
  const goTo = useNavigate();
  const sought = useRested(typed.trim());
  const isEnough = sought.length >= shortestSearch;
  const query = useQuery({
    queryKey: ["palette", sought],
    queryFn: () => answered(client.GET("/api/people", { params: { query: { q: sought.slice(0, 100), limit: most } } })),
    enabled: isEnough,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  const lines = (isEnough ? (query.data?.items ?? []) : []).map(
    (person): PaletteLine => ({
      id: person.id,
      group: "people",
      label: person.name,
      beneath: [person.company, person.email].filter((part) => part !== null && part !== person.name).join(" · "),
      run: () => void goTo({ to: "/people/$id", params: { id: person.id } }),
    }),
  );
  return { lines, isSeeking: (isEnough && query.isFetching) || (sought !== typed.trim() && typed.trim().length >= shortestSearch) };
}

/** What was typed, once the fingers rest. */
function useRested(typed: string): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), 180);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
}
