import { useQuery } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The company, what waits, and the time by Relance's own clock: every part shares one question. */
export function useOverview() {
  return useQuery({ queryKey: ["overview"], queryFn: api.overview, refetchInterval: 5_000 }).data;
}

/** The instant everything is told from. Until the first answer, and only to group days, the browser's. */
export function useNow(): string {
  return useOverview()?.now ?? new Date().toISOString();
}
