import { chooseQuestions } from "#core/form/choose-questions.ts";
import { shownToken } from "#core/form/shown-token.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { problemAnswer } from "#functions/http/problem.ts";
import { formPage } from "./form-page.ts";
import { knownAnswers } from "./known-answers.ts";
import { languageOfPage } from "./language-of-page.ts";
import { unknownForm } from "./problems.ts";
import type { Reception } from "./reception.ts";
import { thanksPage } from "./thanks-page.ts";

/** Shows a form as a page of its own, or the page that thanks for it. Campaign parameters of its address go along with the post. */
export async function showForm(reception: Reception, request: HttpRequest, name: string): Promise<HttpAnswer> {
  const { definitions, stores, runtime } = reception.workshop;
  const form = await definitions.form(name);
  if (form === undefined) return problemAnswer(unknownForm);
  const { company, languages } = await definitions.settings();
  const language = languageOfPage(form, request, languages);
  if (request.query["thanks"] !== undefined) return thanksPage({ form, company, language });
  const campaign = Object.entries(request.query).flatMap(([key, value]) =>
    /^utm_(?:source|medium|campaign|term|content)$/.test(key) && value !== undefined ? [[key, value] as const] : [],
  );
  const hidden = form.fields.flatMap(({ type, name, value, fromQuery }) => {
    const given = type !== "hidden" ? undefined : ((fromQuery === undefined ? undefined : request.query[fromQuery]) ?? value);
    return given === undefined ? [] : [[name, given] as const];
  });
  const token = shownToken(await stores.secrets.rootKey(() => runtime.random(32)), form.form, runtime.now());
  const asked = chooseQuestions(form, await knownAnswers(reception, form, request));
  return formPage(200, { form, company, language, asked, values: [...campaign, ...hidden, ["_token", token]], problems: [] });
}
