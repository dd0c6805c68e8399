import * as z from "zod";

/** Where a new installation stands: facts, from which each step is seen to be done or not. */
export const firstRunSchema = z.object({
  sender: z
    .object({
      company: z.string(),
      name: z.string(),
      address: z.string(),
      maySend: z.boolean().nullable().describe("by SES; null where it did not say"),
    })
    .nullable()
    .describe("null: no settings are published"),
  emails: z.array(z.object({ name: z.string(), languages: z.array(z.string()) })).describe("those to people, first published first"),
  forms: z.array(z.string()),
  sequences: z.array(z.string()),
  tested: z.boolean().describe("whether somebody has ever sent themselves a test mail"),
  people: z.boolean().describe("whether anybody is in the base"),
});
export type FirstRun = z.infer<typeof firstRunSchema>;
