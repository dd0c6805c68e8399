import * as z from "zod";

/** Where a person stands in the conversion process, in its order. `lost` stands outside the order. */
export const stages = ["awareness", "connection", "qualification", "proposal", "negotiation", "won", "lost"] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;
