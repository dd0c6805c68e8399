import { chooseQuestions } from "#core/form/choose-questions.ts";
import type { FieldProblem } from "#core/form/field-problem.ts";
import type { Form } from "#core/form/form.ts";
import { type FormField, readForm } from "#core/form/read-form.ts";
import { type Screening, screenPost } from "#core/form/screen-post.ts";
import { newId, type SubmissionId } from "#core/id/id.ts";
import { type HttpAnswer, jsonAnswer, seeOther } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { preferredLanguage, wantsHtml, wantsJson } from "#functions/http/negotiate.ts";
import { type HttpProblem, problemAnswer } from "#functions/http/problem.ts";
import { formPage } from "./form-page.ts";
import { gatherEvidence, type ReadPost } from "./gather-evidence.ts";
import { keepPost } from "./keep-post.ts";
import { type Measured, measured, withToken } from "./measured.ts";
import { largestBody, openToPages, refusedFields, tooLarge, unknownForm, unreadableBody } from "./problems.ts";
import { readFields } from "./read-fields.ts";
import { verifyChallenge } from "./verify-challenge.ts";
import type { Reception } from "./reception.ts";
import { thankYouOf } from "./thanks-page.ts";

/** Takes one post of a form, from a browser or a program. */
export async function postForm(reception: Reception, request: HttpRequest, name: string): Promise<HttpAnswer> {
  if (request.body.length > largestBody) return refused(tooLarge);
  const form = await reception.workshop.definitions.form(name);
  if (form === undefined) return refused(unknownForm);
  const body = await readFields(request);
  if (body.kind === "unreadable") return refused(unreadableBody(body.problem, body.remedy));
  return takePost(reception, request, form, body.fields, body.isJson);
}

async function takePost(
  reception: Reception,
  request: HttpRequest,
  form: Form,
  fields: readonly FormField[],
  isJson: boolean,
): Promise<HttpAnswer> {
  const language = languageOfPost(form, request, fields);
  const receivedAt = reception.workshop.runtime.now();
  const read = readForm(form, { fields, language, idempotencyKey: request.headers["idempotency-key"], receivedAt });
  if (read.kind === "problem") return askAgain(reception, request, form, fields, language, read.problems);
  if (read.kind === "ignored")
    return thank(request, form, newId("submission", receivedAt, reception.workshop.runtime.random(16)), isJson, language);
  const { extracted } = read;
  const post = { form, fields, extracted, isTrapFilled: read.kind === "machine", ip: request.ip };
  const screening = await screen(reception, post);
  if (screening.kind === "refuse") {
    const field = form.fields.find(({ type }) => type === "email")?.name ?? "email";
    return askAgain(reception, request, form, fields, language, [{ ...screening, field }]);
  }
  const kept = await keepPost(reception, request, form, extracted, screening);
  return thank(request, form, kept.id, isJson, language, await measured(reception, request, form, extracted, kept));
}

/** The provider of a check is asked last: its answer is good for one question, and whoever has to mend their address asks again. */
async function screen(reception: Reception, post: ReadPost): Promise<Screening> {
  const { form, fields } = post;
  const evidence = await gatherEvidence(reception, post);
  const first = screenPost(form.protection ?? {}, evidence);
  if (first.kind !== "take") return first;
  return screenPost(form.protection ?? {}, { ...evidence, challenge: await verifyChallenge(reception, form, fields) });
}

function languageOfPost(form: Form, request: HttpRequest, fields: readonly FormField[]): string | undefined {
  const offered = Object.keys(form.title);
  const said = fields.find(([name]) => name === "_lang")?.[1];
  return preferredLanguage(said, offered) ?? preferredLanguage(request.headers["accept-language"], offered);
}

/** A program gets data, a browser the thank-you page; a second delivery the same as the first. Who agreed to be measured takes that along. */
function thank(
  request: HttpRequest,
  form: Form,
  id: SubmissionId | string,
  isJson: boolean,
  language: string | undefined,
  measure?: Measured,
): HttpAnswer {
  const { accept } = request.headers;
  const cookies = measure?.cookie === undefined ? {} : { cookies: [measure.cookie] };
  if (wantsJson(accept) || (isJson && !wantsHtml(accept))) {
    return {
      ...jsonAnswer(200, { id, status: "accepted", ...(measure === undefined ? {} : { measure: measure.token }) }, openToPages),
      ...cookies,
    };
  }
  const ownPage = `/forms/${form.form}?thanks=1${language === undefined ? "" : `&lang=${language}`}`;
  const { url } = thankYouOf(form, language ?? "");
  const answer = seeOther(url === undefined ? ownPage : withToken(url, measure?.token));
  return { ...answer, headers: { ...answer.headers, ...openToPages }, ...cookies };
}

/** A person sees the form again, with what they typed and what is wrong beside its field; a program gets the problem. */
async function askAgain(
  reception: Reception,
  request: HttpRequest,
  form: Form,
  fields: readonly FormField[],
  language: string | undefined,
  problems: readonly FieldProblem[],
): Promise<HttpAnswer> {
  const { company, languages } = await reception.workshop.definitions.settings();
  const spoken = language ?? languages[0] ?? "en";
  if (!wantsHtml(request.headers["accept"])) return refused(refusedFields(problems, spoken));
  const names = new Set(fields.find(([name]) => name === "_asked")?.[1].split(","));
  const whole = chooseQuestions({ ...form, askAtMost: undefined }, new Set());
  const asked = names.size === 0 ? whole : whole.filter(({ name }) => names.has(name));
  return formPage(422, { form, company, language: spoken, values: fields, problems, asked });
}

function refused(problem: HttpProblem): HttpAnswer {
  return problemAnswer(problem, openToPages);
}
