import * as z from "zod";
import type { PersonId } from "#core/id/id.ts";
import { likenessKindSchema } from "./likeness.ts";

const personId = z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_"));

/** Two people who look like one: suggested to somebody, until one says that they are not. */
export const pairSchema = z.object({
  one: personId,
  other: personId,
  kinds: z.array(likenessKindSchema),
  confidence: z.number(),
  state: z.enum(["suggested", "different"]),
  at: z.number(),
  by: z.string().optional().describe("who said that they are not the same"),
});
export type Pair = z.infer<typeof pairSchema>;
