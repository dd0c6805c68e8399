import * as z from "zod";
import type { Id } from "#core/id/id.ts";
import { stageSchema } from "#core/person/stage.ts";

/** The orders a list of people is kept in. */
export const peopleSorts = ["score", "name", "stage"] as const;

/** Which people a list shows: found by words, or in one stage, or all; and in which order. */
export const peopleQuerySchema = z.object({
  q: z.string().max(100).optional().describe("beginnings of words of a name, a company or an address; a tag as #tag"),
  stage: stageSchema.optional(),
  sort: z.enum(peopleSorts).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

/** A list of people somebody has given a name. `owner` is a member's id, or `everybody`. */
export const savedViewSchema = z.object({
  id: z.custom<Id<"view">>((value) => typeof value === "string" && value.startsWith("vue_")),
  owner: z.string(),
  name: z.string(),
  query: peopleQuerySchema,
  createdAt: z.number(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const everybody = "everybody";
