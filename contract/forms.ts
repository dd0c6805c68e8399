import * as z from "zod";
import { challengeProviders } from "#core/form/protection.ts";
import { submissionViewSchema } from "./sources.ts";

/** How a form is put on a site. */
export const formPlacesSchema = z.object({
  page: z.url().describe("the form as a page of its own"),
  script: z.string().describe("the line to paste where the form is to stand"),
  html: z.string().describe("the form as HTML to paste, without any script"),
  language: z.string().describe("the language of `html`"),
  languages: z.array(z.string()).describe("the languages the form is written in"),
  challenge: z
    .object({ provider: z.enum(challengeProviders), hasSecret: z.boolean() })
    .nullable()
    .describe("the check against machines it asks for; without its secret, posts are taken as while the provider is down"),
});
export type FormPlaces = z.infer<typeof formPlacesSchema>;

export const challengeSecretSchema = z.strictObject({ secret: z.string().trim().min(8).max(500) });

export const markedSpamSchema = submissionViewSchema.extend({
  personPaused: z.boolean().describe("whether whoever came by it alone is written to no more"),
});
