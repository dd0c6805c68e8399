import * as z from "zod";

/** The latest instant of each thing that bears on whether to call: what they did, and when one of us last spoke to them. */
export const touchSchema = z.object({
  repliedAt: z.number().optional(),
  askedAt: z.number().optional().describe("sent a form"),
  clickedAt: z.number().optional(),
  contactedAt: z.number().optional().describe("somebody of ours called, or settled the matter otherwise"),
});
export type Touch = z.infer<typeof touchSchema>;

/** Both together, the later of each instant. */
export function laterOf(one: Touch | undefined, other: Touch): Touch {
  const merged: Touch = { ...one };
  for (const name of ["repliedAt", "askedAt", "clickedAt", "contactedAt"] as const) {
    const at = other[name];
    if (at !== undefined) merged[name] = Math.max(merged[name] ?? 0, at);
  }
  return merged;
}
