import * as z from "zod";
import { criteria, levelSchema } from "#core/person/qualification.ts";
import type { Condition } from "#core/condition/condition.ts";

const textSchema = z.strictObject({ en: z.string(), fr: z.string() }).describe("the reason as people read it");
const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens");

/** What may earn engagement. Opens are not among them: machines open everything, so an open weighs nothing. */
export const scoredEvents = [
  "submission.received",
  "link.clicked",
  "person.replied",
  "purchase",
  "activity",
  "person.unsubscribed",
  "message.bounced",
  "message.complained",
] as const;

export const fitRuleSchema = z.strictObject({
  id: ruleId,
  when: z.string(),
  points: z.number().int().min(-200).max(200),
  text: textSchema,
});
export const engagementRuleSchema = z.strictObject({
  id: ruleId,
  on: z.enum(scoredEvents),
  when: z.string().optional(),
  points: z
    .number()
    .int()
    .min(-200)
    .max(200)
    .refine((points) => points !== 0, "zero points score nothing"),
  text: textSchema,
});
export const qualificationRuleSchema = z.strictObject({
  id: ruleId,
  criterion: z.enum(criteria),
  level: levelSchema,
  when: z.string(),
  confidence: z.number().min(0).max(1).default(0.8),
  text: textSchema,
});

/** `templates/scoring.yaml`. Positive engagement points decay; negative ones are penalties and do not, nor does fit. */
export const scoringFileSchema = z.strictObject({
  fit: z.array(fitRuleSchema),
  engagement: z.array(engagementRuleSchema),
  qualification: z.array(qualificationRuleSchema),
});

/** The published rules of scoring. `halfLife` is in milliseconds. */
export interface Scoring {
  readonly halfLife: number;
  readonly fit: readonly (z.infer<typeof fitRuleSchema> & { readonly when: Condition })[];
  readonly engagement: readonly z.infer<typeof engagementRuleSchema>[];
  readonly qualification: readonly z.infer<typeof qualificationRuleSchema>[];
}
