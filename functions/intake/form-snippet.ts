import { chooseQuestions } from "#core/form/choose-questions.ts";
import { isAsked } from "#core/form/field.ts";
import type { Form } from "#core/form/form.ts";
import { textIn } from "#core/form/text-in.ts";
import { html } from "#functions/http/html.ts";
import { challengeHtml } from "./challenge-html.ts";
import { fieldHtml } from "./form-field.ts";
import { agreementsOf } from "./shown-form.ts";
import { pageTexts } from "./page-texts.ts";

/**
 * A form as HTML to paste into any page: no script, no style, and nothing in it that a strict policy forbids. It posts to us and
 * leads to our thank-you page, or to the form's own. Of its protections it has the trap; it cannot tell how long it was filled in.
 */
export function formSnippet(form: Form, language: string, publicUrl: string): string {
  const texts = pageTexts(language);
  const asked = chooseQuestions({ ...form, askAtMost: undefined }, new Set());
  const shown = { form, company: "", language, values: [], problems: [], asked };
  const hidden = form.fields.filter((field) => !isAsked(field));
  const boxes = agreementsOf(form).map(
    ({
      field,
      text,
    }) => html`<div class="box"><input type="checkbox" id="${field}" name="${field}" value="yes"><label for="${field}">${textIn(text, language)}</label></div>
`,
  );
  const { source } = html`<form method="post" action="${publicUrl}/forms/${form.form}" accept-charset="utf-8" lang="${language}">
${asked.map((one) => html`${fieldHtml(one, shown)}\n`)}${boxes}<input type="hidden" name="_lang" value="${language}">
<input type="hidden" name="_asked" value="${asked.map(({ name }) => name).join(",")}">
${hidden.map(({ name, value = "" }) => html`<input type="hidden" name="${name}" value="${value}">\n`)}<div hidden><label for="${form.honeypot}">${texts.leaveEmpty}</label><input id="${form.honeypot}" name="${form.honeypot}" type="text" tabindex="-1" autocomplete="off"></div>
${challengeHtml(form, language)}<button type="submit">${texts.send}</button>
</form>`;
  return source.replace(/\n{2,}/g, "\n");
}

/** The line that puts a form into a page by script. */
export function embedTag(form: Form, publicUrl: string): string {
  return html`<script src="${publicUrl}/forms/${form.form}/embed.js" async></script>`.source;
}
