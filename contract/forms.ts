import * as z from "zod";

/** How a form is put on a site. */
export const formPlacesSchema = z.object({
  page: z.url().describe("the form as a page of its own"),
  script: z.string().describe("the line to paste where the form is to stand"),
  html: z.string().describe("the form as HTML to paste, without any script"),
  language: z.string().describe("the language of `html`"),
  languages: z.array(z.string()).describe("the languages the form is written in"),
});
export type FormPlaces = z.infer<typeof formPlacesSchema>;
