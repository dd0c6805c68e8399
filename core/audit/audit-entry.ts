import * as z from "zod";
import type { Id } from "#core/id/id.ts";

export type AuditId = Id<"audit">;

/**
 * One change somebody made through the API: who did what to what, from what, to what. Never holds a secret, nor more of a
 * person than their id: when someone is erased, the log need not be.
 */
export const auditEntrySchema = z.object({
  id: z.custom<AuditId>((value) => typeof value === "string" && value.startsWith("aud_")),
  at: z.number(),
  by: z.object({ kind: z.enum(["member", "key"]), id: z.string(), name: z.string() }),
  action: z.string().describe("what was done, as `stage.set` or `definition.published`"),
  subject: z.object({ kind: z.string(), id: z.string() }),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  reason: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
