import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { type Html, html } from "#functions/http/html.ts";
import { doneMark, pageAnswer } from "#functions/http/page.ts";
import { linkTexts } from "./link-texts.ts";

/** Who speaks to whom: an address only ever masked, for links are forwarded and end up in other people's hands. */
export interface LinkPage {
  readonly language: string;
  readonly company: string;
  readonly maskedAddress: string | undefined;
}

/** Asks, and changes nothing: mail scanners open every link they see. The form posts to the very address it is shown at. */
export function askPage(page: LinkPage): HttpAnswer {
  const { title, text, button, stay } = linkTexts(page.language).ask;
  const body = html`<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
<form method="post"><button type="submit">${button}</button></form>
<p class="languages">${stay}</p>`;
  return pageAnswer(200, { ...page, title, body });
}

export function donePage(page: LinkPage): HttpAnswer {
  const { title, text, again } = linkTexts(page.language).done;
  return pageAnswer(200, {
    ...page,
    title,
    body: html`${doneMark}<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
<p>${again}</p>`,
  });
}

export function brokenPage(page: LinkPage): HttpAnswer {
  const { title, text, remedy } = linkTexts(page.language).broken;
  return pageAnswer(404, {
    ...page,
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${text}</p>
<p>${remedy}</p>`,
  });
}

function addressed(text: string, maskedAddress: string | undefined): Html | undefined {
  if (maskedAddress === undefined) return undefined;
  return html`<p class="lead">${text}<br><span class="address">${maskedAddress}</span></p>`;
}
