import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Span } from "#core/insight/span.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";

/** What happened to people in a period; nothing is read twice while one goes from side to side. */
export function usePeopleInsight({ from, to }: Span) {
  return useQuery({
    queryKey: ["insights", "people", from, to],
    queryFn: () => answered(client.GET("/api/insights/people", { params: { query: { from, to } } })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** What became of the mails that left in a period. */
export function useMailInsight({ from, to }: Span) {
  return useQuery({
    queryKey: ["insights", "mails", from, to],
    queryFn: () => answered(client.GET("/api/insights/mails", { params: { query: { from, to } } })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
