import { useQuery } from "@tanstack/react-query";
import { ask, type List } from "./ask.ts";

/** A list as it goes on: asked after every second until it has ended. */
export function useFollowed(list: List): List {
  const { data } = useQuery({
    queryKey: ["import", list.id],
    queryFn: () => ask.import(list.id),
    initialData: list,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? 1_000 : false),
  });
  return data;
}
