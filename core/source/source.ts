import * as z from "zod";

/** Where a field of the extracted shape stands in a sender's JSON: a path of keys and indexes, as `data.contact.email`. */
export const mappingSchema = z.record(z.string(), z.string());
export type Mapping = z.infer<typeof mappingSchema>;

export const sourceKinds = ["typeform", "json"] as const;

/** A sender of webhooks: how to trust it, and how to read it. Several secrets are valid while one is being replaced. */
export const sourceSchema = z.object({
  id: z.custom<`src_${string}`>((value) => typeof value === "string" && value.startsWith("src_")),
  kind: z.enum(sourceKinds),
  name: z.string(),
  secrets: z.array(z.string()),
  mapping: mappingSchema.optional(),
  basis: z
    .enum(["consent", "legitimate-interest", "none"])
    .describe("the lawful basis an arrival gives: the consent box, interest, or none"),
  createdAt: z.number(),
  disabledAt: z.number().optional(),
});
export type Source = z.infer<typeof sourceSchema>;
