import * as z from "zod";
import { doubleOptInSchema } from "#core/consent/double-opt-in.ts";
import { stageSchema } from "#core/person/stage.ts";
import { sourceKindNames } from "./kinds/kind-names.ts";
import { mappingSchema } from "./mapping.ts";

/** A secret that is being replaced: valid until an instant, so that nothing is refused while the sender is changed over. */
const retiringSchema = z.object({ secret: z.string(), until: z.number() });

/**
 * Where people come from: how to trust it, how to read it, and what an arrival through it means. Several secrets and tokens
 * are valid while one is being replaced.
 */
export const sourceSchema = z.object({
  id: z.custom<`src_${string}`>((value) => typeof value === "string" && value.startsWith("src_")),
  kind: z.enum(sourceKindNames),
  name: z.string(),
  rev: z.number().int().optional().describe("counts the writes; absent in sources of before there were any"),
  secrets: z.array(z.string()).describe("what the sender signs with; the newest first"),
  retiring: z.array(retiringSchema).optional().describe("secrets that are being replaced"),
  tokens: z
    .array(z.string())
    .optional()
    .describe("what stands in the address of a sender that signs nothing, or is asked back by one that tries it"),
  retiringTokens: z.array(retiringSchema).optional(),
  accessToken: z.string().optional().describe("what the vendor's API is asked with, where deliveries carry ids alone"),
  mapping: mappingSchema.optional(),
  basis: z
    .enum(["consent", "legitimate-interest", "none"])
    .describe("the lawful basis an arrival gives: the consent box, interest, or none"),
  doubleOptIn: doubleOptInSchema.optional().describe("asks whoever ticked the box once more, by mail"),
  stage: stageSchema.optional().describe("where somebody new begins"),
  tags: z.array(z.string()).optional().describe("given to everybody who comes through it"),
  owner: z.string().optional().describe("e-mail address of the salesperson new people are given to"),
  createdAt: z.number(),
  disabledAt: z.number().optional(),
  deletedAt: z.number().optional().describe("its arrivals stay; nothing more is taken"),
});
export type Source = z.infer<typeof sourceSchema>;
