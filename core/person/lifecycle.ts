import * as z from "zod";

export const lifecycles = ["contact", "prospect", "client"] as const;
export const lifecycleSchema = z.enum(lifecycles);
export type Lifecycle = z.infer<typeof lifecycleSchema>;
