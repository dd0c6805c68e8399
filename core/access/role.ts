import * as z from "zod";

/** What somebody is in the team, from the one who may do everything to the one who may only look. */
export const roles = ["owner", "marketer", "sales", "viewer"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
