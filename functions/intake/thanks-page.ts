import type { Form } from "#core/form/form.ts";
import { textIn } from "#core/form/text-in.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { html } from "#functions/http/html.ts";
import { doneMark, pageAnswer } from "#functions/http/page.ts";
import { pageTexts } from "./page-texts.ts";

/** How a form thanks, in one language. A page elsewhere is one of the web, or none: what a browser would run is no address. */
export function thankYouOf({ thankYou }: Form, language: string): { readonly title: string; readonly text: string; readonly url?: string } {
  const { url } = thankYou;
  return {
    title: textIn(thankYou.title, language),
    text: textIn(thankYou.text, language),
    ...(url !== undefined && /^https?:\/\//i.test(url) ? { url } : {}),
  };
}

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
  const { title, text } = thankYouOf(form, language);
  const body = html`${doneMark}<h1>${title}</h1>
<p class="lead">${text}</p>
${form.consent.doubleOptIn === undefined ? undefined : html`<p>${pageTexts(language).askedTwice}</p>`}`;
  return pageAnswer(200, { language, title, company, body });
}
