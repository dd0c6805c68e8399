import * as z from "zod";
import { personSummarySchema } from "./api.ts";

const texts = z.object({ en: z.string(), fr: z.string() });

const likenessSchema = z.object({
  confidence: z.number().describe("0 to 1: how sure it is that both are one"),
  reasons: z.array(z.object({ kind: z.string(), text: texts })),
});

export const duplicatePairSchema = likenessSchema.extend({
  one: personSummarySchema,
  other: personSummarySchema,
  suggested: z.enum(["one", "other"]).describe("which of the two should stay if they are merged"),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

export const lookalikeSchema = likenessSchema.extend({ person: personSummarySchema });
export type Lookalike = z.infer<typeof lookalikeSchema>;

export const differentRequestSchema = z.strictObject({
  other: z.string().max(100),
  different: z.boolean().default(true).describe("`false` takes it back: they are suggested again"),
});
