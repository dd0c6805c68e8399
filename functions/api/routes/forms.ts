import * as z from "zod";
import { challengeSecretSchema, formPlacesSchema } from "#contract/forms.ts";
import type { Form } from "#core/form/form.ts";
import { embedTag, formSnippet } from "#functions/intake/form-snippet.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";

const params = z.object({ name: z.string().max(80) });

const places = route({
  method: "get",
  path: "/api/forms/{name}/places",
  summary: "How a form is put on a site: its own page, a script tag, or HTML to paste",
  allow: "definitions:read",
  request: {
    params,
    query: z.object({ lang: z.string().max(20).optional().describe("the language of the HTML; the form’s first, if not said") }),
  },
  responses: { 200: json(formPlacesSchema, "The three ways."), 404: problem("No form in force has this name.") },
});

const setSecret = route({
  method: "put",
  path: "/api/forms/{name}/challenge-secret",
  summary: "Give the secret by which a form’s check against machines is verified; it is never shown again",
  allow: "sources:manage",
  request: { params, body: body(challengeSecretSchema) },
  responses: {
    204: { description: "It is kept." },
    404: problem("No form in force has this name."),
    409: problem("The form asks for no such check."),
  },
});

const dropSecret = route({
  method: "delete",
  path: "/api/forms/{name}/challenge-secret",
  summary: "Forget the secret of a form’s check against machines",
  allow: "sources:manage",
  request: { params },
  responses: { 204: { description: "It is gone." }, 404: problem("None stands.") },
});

export function formRoutes(app: ApiApp, context: ApiContext): void {
  const { definitions, publicUrl, stores } = context.workshop;

  app.openapi(setSecret, async (c) => {
    const { name } = c.req.valid("param");
    const form = await definitions.form(name);
    if (form === undefined) return unknownForm(c);
    const { challenge } = form.protection ?? {};
    if (challenge === undefined) {
      const remedy = "Write protection.challenge into the form first, with the site key.";
      return answerProblem(c, 409, "conflict", {
        detail: "The form asks for no check against machines.",
        field: "secret",
        remedy,
      });
    }
    await stores.secrets.setChallengeSecret(name, c.req.valid("json").secret);
    await audit(c, context, {
      action: "form.challenge-secret-set",
      subject: { kind: "form", id: name },
      to: { provider: challenge.provider },
    });
    return c.body(null, 204);
  });

  app.openapi(dropSecret, async (c) => {
    const { name } = c.req.valid("param");
    if ((await stores.secrets.challengeSecret(name)) === undefined) {
      const detail = "No secret stands for a form of this name.";
      return answerProblem(c, 404, "not-found", { detail, field: "name", remedy: "There is nothing to forget." });
    }
    await stores.secrets.setChallengeSecret(name, undefined);
    await audit(c, context, { action: "form.challenge-secret-removed", subject: { kind: "form", id: name } });
    return c.body(null, 204);
  });

  app.openapi(places, async (c) => {
    const form = await definitions.form(c.req.valid("param").name);
    if (form === undefined) return unknownForm(c) as never;
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
        challenge: await challengeOf(form),
      },
      200,
    );
  });

  const challengeOf = async ({ form, protection }: Form) =>
    protection?.challenge === undefined
      ? null
      : { provider: protection.challenge.provider, hasSecret: (await stores.secrets.challengeSecret(form)) !== undefined };
}

function unknownForm(c: ApiRequest) {
  const remedy = "See GET /api/definitions?kind=form.";
  return answerProblem(c, 404, "not-found", { detail: "No form in force has this name.", field: "name", remedy });
}
