import { challenges } from "#core/form/challenge.ts";
import type { Form } from "#core/form/form.ts";
import { textIn } from "#core/form/text-in.ts";
import { isAsked } from "#core/form/field.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { type Html, html } from "#functions/http/html.ts";
import { challengeHtml } from "./challenge-html.ts";
import { pageAnswer } from "#functions/http/page.ts";
import { fieldHtml } from "./form-field.ts";
import { nameOfLanguage, pageTexts } from "./page-texts.ts";
import { problemText } from "./problem-texts.ts";
import { agreementsOf, asksOnlyEmail, labelOf, type ShownForm } from "./shown-form.ts";

/**
 * The page of a form. The browser does not check it (`novalidate`): it would refuse addresses that are right
 * (`hélène@…`), and we say what is wrong better, beside the field.
 */
export function formPage(statusCode: number, page: ShownForm): HttpAnswer {
  const { form, company, language, problems, asked } = page;
  const title = textIn(form.title, language);
  const texts = pageTexts(language);
  const hidden = new Set(form.fields.flatMap((field) => (isAsked(field) ? [] : [field.name])));
  const body = html`<h1>${title}</h1>
${asksOnlyEmail(form) && html`<p class="lead">${texts.onlyEmail}</p>`}
${summaryHtml(page)}
<form method="post" action="/forms/${form.form}" accept-charset="utf-8" novalidate>
${asked.map((field) => fieldHtml(field, page))}
${agreementsHtml(page)}<input type="hidden" name="_lang" value="${language}"><input type="hidden" name="_asked" value="${asked.map(({ name }) => name).join(",")}">
${page.values.filter(([name]) => name.startsWith("utm_") || hidden.has(name) || name === "_token").map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="aside" aria-hidden="true"><label for="${form.honeypot}">${texts.leaveEmpty}</label><input id="${form.honeypot}" name="${form.honeypot}" type="text" tabindex="-1" autocomplete="off"></div>
${challengeHtml(form, language)}<button type="submit">${texts.send}</button>
</form>
${languagesHtml(page)}`;
  const named = problems.length === 0 ? title : `${texts.wrong} · ${title}`;
  return pageAnswer(statusCode, { language, title: named, company, body, formTargets: targetsOf(form), scripts: scriptsOf(form) });
}

/** What is wrong, above everything, each a way to its field; whoever hears the page is there at once (WCAG 3.3.1, 2.4.3). */
function summaryHtml({ form, language, problems }: ShownForm): Html | undefined {
  if (problems.length === 0) return undefined;
  const lines = problems.map(
    (problem) =>
      html`<li><a href="#${problem.field}">${labelOf(form, problem.field, language)}</a> · ${problemText(problem, language)}</li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" autofocus><p>${pageTexts(language).lookAgain}</p>
<ul>${lines}</ul></div>`;
}

/** A box of agreement is never ticked in advance (Planet49, CJEU C-673/17): only what the person chose is kept when shown again. */
function agreementsHtml({ form, language, values }: ShownForm): readonly Html[] {
  return agreementsOf(form).map(({ field, text }) => {
    const ticked = values.some(([name, value]) => name === field && value === "yes");
    return html`<div class="box"><input type="checkbox" id="${field}" name="${field}" value="yes"${ticked ? html` checked` : undefined}><label for="${field}">${textIn(text, language)}</label></div>
`;
  });
}

function languagesHtml({ form, language }: ShownForm): Html | undefined {
  const others = Object.keys(form.title).filter((other) => other !== language);
  if (others.length === 0) return undefined;
  const links = others.map(
    (other) => html` <a href="/forms/${form.form}?lang=${other}" lang="${other}" hreflang="${other}">${nameOfLanguage(other)}</a>`,
  );
  return html`<p class="languages">${pageTexts(language).otherLanguage}${links}</p>`;
}

/** The origins of the check a form's author asked for: none, else. */
function scriptsOf({ protection }: Form): readonly string[] {
  return protection?.challenge === undefined ? [] : challenges[protection.challenge.provider].origins;
}

/** Where the thank-you page is, if it is elsewhere: browsers hold a form's redirect to the policy too. */
function targetsOf({ thankYou }: Form): readonly string[] {
  const origin = /^https?:\/\/[\w.-]+(?::\d+)?/i.exec(thankYou.url ?? "")?.[0];
  return origin === undefined ? [] : [origin];
}
