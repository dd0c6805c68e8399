import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { token } from "./token.ts";

/** A permission by its name in the one table of the API. */
export type Permission = string;
const meSchema = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string(), permissions: z.array(z.string()) });
export type Me = z.infer<typeof meSchema>;

/** Who is signed in and what they may do; nothing until the API has said. */
export function useMe(): Me | undefined {
  return useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: 60_000, retry: false }).data;
}

/** Whether the caller may do something. Before it is known one may try: the API is what decides. */
export function useMay(): (permission: Permission | undefined) => boolean {
  const me = useMe();
  return (permission) => permission === undefined || me === undefined || me.permissions.includes(permission);
}

async function readMe(): Promise<Me> {
  const answer = await fetch("/api/me", { headers: { authorization: `Bearer ${token() ?? ""}` } });
  return meSchema.parse(await answer.json());
}
