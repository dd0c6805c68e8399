import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/api.ts";
import type { Permission } from "#core/access/permission.ts";
import { answered } from "./answered.ts";
import { client } from "./client.ts";

/** Who is signed in and what they may do; nothing until the API has said. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ["me"], queryFn: () => answered(client.GET("/api/me")), staleTime: 60_000 }).data;
}

/** Whether the caller may do something. Before it is known one may try: the API is what decides. */
export function useMay(): (permission: Permission | undefined) => boolean {
  const me = useMe();
  return (permission) => permission === undefined || me === undefined || me.permissions.includes(permission);
}
