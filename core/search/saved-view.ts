import * as z from "zod";
import type { Id } from "#core/id/id.ts";
import { stageSchema } from "#core/person/stage.ts";

/** The orders a list of people is kept in. */
export const peopleSorts = ["score", "name", "stage"] as const;

/** Which people a list shows: found by words, by a tag or by who looks after them, in one stage, or all; and in which order. */
export const peopleQuerySchema = z.object({
  q: z.string().max(100).optional().describe("beginnings of words of a name, a company or an address; a tag as #tag"),
  stage: stageSchema.optional(),
  tag: z.string().max(60).optional().describe("those who bear this tag"),
  owner: z.string().max(320).optional().describe("those whom this e-mail address looks after"),
  sort: z.enum(peopleSorts).optional().describe("`score` unless said otherwise; what a search finds comes in the order of its words"),
  order: z
    .enum(["ascending", "descending"])
    .optional()
    .describe("of names and of the time in a stage; a score is always read from the top"),
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
