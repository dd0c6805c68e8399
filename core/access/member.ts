import * as z from "zod";
import type { Id } from "#core/id/id.ts";
import type { Caller } from "./caller.ts";
import { permissionsOf } from "./permission.ts";
import { roleSchema } from "./role.ts";

export type MemberId = Id<"member">;

/** Somebody of the team. They are known by the address their identity provider vouches for, in lower case. */
export const memberSchema = z.object({
  id: z.custom<MemberId>((value) => typeof value === "string" && value.startsWith("mem_")),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  addedAt: z.number(),
  addedBy: z.string(),
  seenAt: z.number().optional().describe("to the day"),
});
export type Member = z.infer<typeof memberSchema>;

/** What a member may do follows from their role alone. */
export function callerOfMember(member: Pick<Member, "id" | "name" | "email" | "role">): Extract<Caller, { kind: "member" }> {
  const { id, name, email, role } = member;
  return { kind: "member", id, name, email, role, permissions: permissionsOf(role) };
}
