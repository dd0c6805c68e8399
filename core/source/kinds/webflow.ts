import { sourceKind } from "../kind.ts";
import { own, questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { webflowSignature } from "../signatures/webflow.ts";
import { pasteAt } from "../steps.ts";

/** v1 sends the submission itself, v2 wraps it in `payload`. Answers stand under their fields' names; a phone may be a number. */
export const webflow = sourceKind({
  kind: "webflow",
  name: "Webflow",
  family: "form",
  signatures: [webflowSignature],
  read: sheets("Webflow", {
    type: { at: "triggerType", takes: ["form_submission"], others: "is no form submission." },
    needs: ["payload.data", "data"],
    eventId: ["payload.id", "payload._id", "_id"],
    page: ["payload.pageUrl", "payload.publishedPath", "pageUrl"],
    repeats: true,
    questions: (event) => questionsIn(own(own(event, "payload"), "data") ?? own(event, "data")),
  }),
  secret: {
    en: "The secret key shown once when a webhook is made through the API; the client secret of an app. Webhooks made in the site's settings are not signed: leave it empty.",
    fr: "La clé secrète montrée une fois à la création du webhook par l’API ; le client secret d’une application. Les webhooks créés dans les réglages du site ne sont pas signés : laissez vide.",
  },
  steps: pasteAt(
    "Open the site's settings, then Apps & integrations, Webhooks.",
    "Ouvrez les réglages du site, puis Apps & integrations, Webhooks.",
    {
      en: "Choose the trigger “Form submission”, API version V2.",
      fr: "Choisissez le déclencheur « Form submission », version d’API V2.",
    },
  ),
  seen: ["developers.webflow.com/data/reference/webhooks/events/form-submission", "developers.webflow.com/data/docs/working-with-webhooks"],
});
