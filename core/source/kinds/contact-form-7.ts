import { entriesOf, type Json } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** Contact Form 7 sends nothing by itself: the plugin “CF7 to Webhook” posts the fields by their names, and mail tags it was told. */
const own7 = (event: Json): ReadonlySet<string> =>
  new Set(
    entriesOf(event).flatMap(([key]) => (/^_(?:wpcf7|wpnonce)|^g-recaptcha|^(?:quiz|captcha|kc_captcha)-?\d*$/.test(key) ? [key] : [])),
  );

export const contactForm7 = sourceKind({
  kind: "contact-form-7",
  name: "Contact Form 7",
  family: "form",
  signatures: [],
  read: sheets("Contact Form 7", {
    page: ["_url", "url", "page_url"],
    repeats: true,
    questions: (event) => questionsIn(event, own7(event)),
  }),
  steps: pasteAt(
    "In WordPress, install the plugin “CF7 to Webhook”, then edit the form and open its Webhook tab.",
    "Dans WordPress, installez l’extension « CF7 to Webhook », puis modifiez le formulaire et ouvrez l’onglet Webhook.",
    { en: "Tick “Send to Webhook” and save.", fr: "Cochez « Send to Webhook » et enregistrez." },
  ),
  seen: ["wordpress.org/plugins/cf7-to-zapier", "contactform7.com/tag-syntax"],
});
