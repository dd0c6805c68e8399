import type { Form } from "#core/form/form.ts";
import { textIn } from "#core/form/text-in.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { html } from "#functions/http/html.ts";
import { doneMark, pageAnswer } from "#functions/http/page.ts";

/** The page that says a form has arrived. It says the same to everybody: nothing of what was sent is in it. */
export function thanksPage({
  form,
  company,
  language,
}: {
  readonly form: Form;
  readonly company: string;
  readonly language: string;
}): HttpAnswer {
  const title = textIn(form.thankYou.title, language);
  const body = html`${doneMark}<h1>${title}</h1>
<p class="lead">${textIn(form.thankYou.text, language)}</p>`;
  return pageAnswer(200, { language, title, company, body });
}
