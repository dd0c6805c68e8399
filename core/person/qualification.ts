import * as z from "zod";

/** The criteria of qualification, and how well each is met. */
export const criteria = ["needFit", "budget", "decisionPower", "urgency", "knowledge"] as const;
export type Criterion = (typeof criteria)[number];

export const levels = ["unknown", "weak", "fair", "strong"] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

/** One criterion's level with the evidence: the rule or person who set it, and how sure that is (0 to 1). */
export const findingSchema = z.object({
  level: levelSchema,
  from: z.string(),
  confidence: z.number().min(0).max(1),
  at: z.number(),
});
export type Finding = z.infer<typeof findingSchema>;

export const qualificationSchema = z.partialRecord(z.enum(criteria), findingSchema);
export type Qualification = z.infer<typeof qualificationSchema>;
