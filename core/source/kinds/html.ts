import { sourceKind } from "../kind.ts";
import { questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** Fields that say something about the post, and answer nothing. */
const notAnswers = new Set([
  "_id",
  "_lang",
  "_charset_",
  "_method",
  "_token",
  "_csrf",
  "submit",
  "g-recaptcha-response",
  "h-captcha-response",
  "cf-turnstile-response",
]);

export const html = sourceKind({
  kind: "html",
  name: "HTML",
  family: "form",
  signatures: [],
  read: sheets("a form", {
    repeats: true,
    eventId: "_id",
    details: { locale: "_lang" },
    page: ["page_url", "page", "_page", "url"],
    questions: (event) => questionsIn(event, notAnswers),
  }),
  steps: pasteAt("Open the page's HTML and find the form.", "Ouvrez le HTML de la page et repérez le formulaire.", {
    en: 'Write it as the form\'s action, with method="post". Call the fields email, first_name, last_name, company, message.',
    fr: 'Mettez-la dans l’attribut action, avec method="post". Nommez les champs email, prenom, nom, societe, message.',
  }),
  seen: ["html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-2"],
});
