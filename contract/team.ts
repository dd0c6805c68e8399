import * as z from "zod";
import { roleSchema } from "#core/access/role.ts";

/** Somebody of the team, as the API shows them. */
export const memberViewSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
  seenAt: z.iso.datetime().nullable().describe("to the day; null for who has not signed in yet"),
});
export type MemberView = z.infer<typeof memberViewSchema>;

export const newMemberSchema = z.strictObject({
  email: z.string().max(254).describe("the address their identity provider vouches for"),
  name: z.string().trim().min(1).max(100),
  role: roleSchema,
});
export type NewMember = z.infer<typeof newMemberSchema>;

export const memberChangeSchema = z.strictObject({ role: roleSchema });
