import * as z from "zod";

/** RFC 9457. `field` and `remedy` are ours: which input, and what would mend it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  field: z.string().optional(),
  remedy: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
