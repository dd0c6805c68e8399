import * as z from "zod";

/**
 * Why something was decided, as data: a stable code and what its sentence needs. Stored small; shown in the reader's
 * language by `sentences.ts`.
 */
export const becauseSchema = z.object({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
export type Because = z.infer<typeof becauseSchema>;
