import { type Html, html } from "#functions/http/html.ts";
import { demoPeople } from "./demo-people.ts";
import { type AuthorizeText, authorizeTexts } from "./authorize-texts.ts";

export type PageLanguage = keyof typeof authorizeTexts;

/** Where one picks who to be: one button for each of the four. */
export function authorizePage(language: PageLanguage): string {
  const texts = authorizeTexts[language];
  const people = demoPeople.map(
    ({ email, name, role }) =>
      html`<li><button name="person" value="${email}"><strong>${name}</strong><span class="role">${texts[role]}</span><span>${texts[`${role}May`]}</span></button></li>`,
  );
  return page(language, texts, html`<form method="post"><ul class="doors">${people}</ul></form>`, texts.lead);
}

/** Whoever has not come by the printed link shows its token first. */
export function strangerPage(language: PageLanguage, isWrong: boolean): string {
  const texts = authorizeTexts[language];
  const wrong = isWrong && html`<p role="alert" class="wrong">${texts.tokenWrong}</p>`;
  const form = html`<form method="post" class="token-form">${wrong}<label for="token">${texts.token}</label><input id="token" name="token" type="password" autocomplete="off" required><button>${texts.show}</button></form>`;
  return page(language, texts, form, texts.tokenLead);
}

/** A request that is not our console's: nothing is sent anywhere. */
export function refusedPage(language: PageLanguage): string {
  const texts = authorizeTexts[language];
  return page(language, texts, html`<p><a href="/">${texts.home}</a></p>`, texts.refused);
}

function page(language: PageLanguage, texts: AuthorizeText, content: Html, lead: string): string {
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${texts.title} · Relance</title><link rel="stylesheet" href="/local/assets/page.css"></head><body><div class="start"><header><span class="brand">Relance</span></header><main><h1>${texts.title}</h1><p class="lead">${lead}</p>${content}</main></div></body></html>`
    .source;
}
