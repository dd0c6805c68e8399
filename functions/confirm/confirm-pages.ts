import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { type Html, html } from "#functions/http/html.ts";
import { doneMark, pageAnswer } from "#functions/http/page.ts";
import { confirmTexts } from "./confirm-texts.ts";

/** Who asks whom, and where the link leads: an address only ever masked, for links are forwarded. */
export interface ConfirmPage {
  readonly language: string;
  readonly company: string;
  readonly path: string;
  readonly maskedAddress: string | undefined;
}

/** Asks, with the very words that were ticked. */
export function openPage(page: ConfirmPage, agreedTo: string | undefined): HttpAnswer {
  const { title, text, button, stay } = confirmTexts(page.language).open;
  const body = html`<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
${agreedTo === undefined ? undefined : html`<blockquote class="said">${agreedTo}</blockquote>`}
<form method="post" action="${page.path}"><button type="submit">${button}</button></form>
<p class="languages">${stay}</p>`;
  return pageAnswer(200, { ...page, title, body });
}

export function confirmedPage(page: ConfirmPage): HttpAnswer {
  const { title, text, leave } = confirmTexts(page.language).confirmed;
  const body = html`${doneMark}<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
<p>${leave}</p>`;
  return pageAnswer(200, { ...page, title, body });
}

/** A link whose time has passed, or that a newer mail has replaced, can be asked for again. */
export function closedPage(page: ConfirmPage): HttpAnswer {
  const { title, text, button, stay } = confirmTexts(page.language).closed;
  const body = html`<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
<form method="post" action="${page.path}/again"><button type="submit">${button}</button></form>
<p class="languages">${stay}</p>`;
  return pageAnswer(410, { ...page, title, body });
}

export function sentAgainPage(page: ConfirmPage): HttpAnswer {
  const { title, text, remedy } = confirmTexts(page.language).again;
  const body = html`<h1>${title}</h1>
${addressed(text, page.maskedAddress)}
<p>${remedy}</p>`;
  return pageAnswer(200, { ...page, title, body });
}

export function brokenPage(page: ConfirmPage): HttpAnswer {
  const { title, text, remedy } = confirmTexts(page.language).broken;
  const body = html`<h1>${title}</h1>
<p class="lead">${text}</p>
<p>${remedy}</p>`;
  return pageAnswer(404, { ...page, title, body });
}

function addressed(text: string, maskedAddress: string | undefined): Html {
  if (maskedAddress === undefined) return html`<p class="lead">${text}</p>`;
  return html`<p class="lead">${text}<br><span class="address">${maskedAddress}</span></p>`;
}
