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

/** What each criterion asks, in the console's languages. */
export const criterionTexts: Readonly<Record<Criterion, { readonly en: string; readonly fr: string }>> = {
  needFit: { en: "Does our offer meet the need?", fr: "Notre offre répond-elle au besoin ?" },
  budget: { en: "Is there a budget?", fr: "Y a-t-il un budget ?" },
  decisionPower: { en: "Do they decide?", fr: "Est-ce la personne qui décide ?" },
  urgency: { en: "Is it urgent?", fr: "Est-ce urgent ?" },
  knowledge: { en: "Do they know the solutions?", fr: "Connaît-elle les solutions ?" },
};
