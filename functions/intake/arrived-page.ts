import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { html } from "#functions/http/html.ts";
import { doneMark, pageAnswer } from "#functions/http/page.ts";

const texts = {
  en: { title: "Thank you", text: "What you sent has arrived." },
  fr: { title: "Merci", text: "Votre envoi est bien arrivé." },
} as const;

/** What a person sees whose browser posted a form straight to a source. It says the same to everybody. */
export function arrivedPage(company: string, language: string): HttpAnswer {
  const { title, text } = language === "fr" ? texts.fr : texts.en;
  return pageAnswer(200, { language, title, company, body: html`${doneMark}<h1>${title}</h1><p class="lead">${text}</p>` });
}
