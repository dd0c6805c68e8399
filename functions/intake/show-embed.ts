import { chooseQuestions } from "#core/form/choose-questions.ts";
import { shownToken } from "#core/form/shown-token.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { jsonAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import { securityHeaders } from "#functions/http/security-headers.ts";
import { embeddedForm } from "./embedded-form.ts";
import { embedScript } from "./embed-script.ts";
import { knownAnswers } from "./known-answers.ts";
import { languageOfPage } from "./language-of-page.ts";
import { openToPages, unknownForm } from "./problems.ts";
import type { Reception } from "./reception.ts";

/** Answers what stands beside a form's page: `embed.js`, the same for every form, and `form.json`, what it draws. */
export async function showEmbed(reception: Reception, request: HttpRequest, name: string, file: string): Promise<HttpAnswer> {
  if (file === "embed.js") return script;
  if (file !== "form.json") return problemAnswer(notFound);
  const { definitions, stores, runtime } = reception.workshop;
  const form = await definitions.form(name);
  if (form === undefined) return problemAnswer(unknownForm, openToPages);
  const { languages } = await definitions.settings();
  const language = languageOfPage(form, request, languages);
  const token = shownToken(await stores.secrets.rootKey(() => runtime.random(32)), form.form, runtime.now());
  return jsonAnswer(200, embeddedForm(form, language, token, chooseQuestions(form, await knownAnswers(reception, form, request))), {
    ...openToPages,
    "content-language": language,
  });
}

const script: HttpAnswer = {
  statusCode: 200,
  headers: {
    ...securityHeaders,
    ...openToPages,
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=3600",
  },
  body: embedScript,
};
