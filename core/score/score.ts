import * as z from "zod";

/**
 * Engagement one rule has earned, as an exponentially decaying sum held without recomputation: `log2` is the base-2
 * logarithm of the sum normalised to the epoch, so that its value at `t` is `2 ** (log2 - (t - epoch) / halfLife)` points.
 */
export const accumulatorSchema = z.object({ log2: z.number(), count: z.number().int(), lastAt: z.number() });
export type Accumulator = z.infer<typeof accumulatorSchema>;

/**
 * What a person's score is made of. Fit and penalties do not decay; engagement does. Reasons are kept by rule id, so that
 * the rules' file gives each its words.
 */
export const scoreSchema = z.object({
  fit: z.record(z.string(), z.number()).describe("points by fit rule that holds now"),
  engagement: z.record(z.string(), accumulatorSchema).describe("decaying sums by engagement rule"),
  penalties: z.record(z.string(), z.number()).describe("points, negative, by engagement rule"),
  rules: z.number().int().describe("version of the scoring rules that last touched it"),
});
export type Score = z.infer<typeof scoreSchema>;

export const noScore: Score = { fit: {}, engagement: {}, penalties: {}, rules: 0 };
