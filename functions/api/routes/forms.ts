import * as z from "zod";
import { formPlacesSchema } from "#contract/forms.ts";
import { embedTag, formSnippet } from "#functions/intake/form-snippet.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { answerProblem } from "../problems.ts";
import { json, problem, route } from "../route.ts";

const places = route({
  method: "get",
  path: "/api/forms/{name}/places",
  summary: "How a form is put on a site: its own page, a script tag, or HTML to paste",
  allow: "definitions:read",
  request: {
    params: z.object({ name: z.string().max(80) }),
    query: z.object({ lang: z.string().max(20).optional().describe("the language of the HTML; the form’s first, if not said") }),
  },
  responses: { 200: json(formPlacesSchema, "The three ways."), 404: problem("No form in force has this name.") },
});

export function formRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { definitions, publicUrl } = workshop;

  app.openapi(places, async (c) => {
    const form = await definitions.form(c.req.valid("param").name);
    if (form === undefined) {
      const remedy = "See GET /api/definitions?kind=form.";
      return answerProblem(c, 404, "not-found", { detail: "No form in force has this name.", field: "name", remedy }) as never;
    }
    const languages = Object.keys(form.title);
    const asked = c.req.valid("query").lang;
    const language = languages.find((one) => one === asked) ?? languages[0] ?? "en";
    return c.json(
      {
        page: `${publicUrl}/forms/${form.form}`,
        script: embedTag(form, publicUrl),
        html: formSnippet(form, language, publicUrl),
        language,
        languages,
      },
      200,
    );
  });
}
