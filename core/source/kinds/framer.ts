import { sourceKind } from "../kind.ts";
import { questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { framerSignature } from "../signatures/hmac-around-body.ts";
import { pasteAt } from "../steps.ts";

export const framer = sourceKind({
  kind: "framer",
  name: "Framer",
  family: "form",
  signatures: [framerSignature],
  read: sheets("Framer", {
    eventIdHeader: "framer-webhook-submission-id",
    repeats: true,
    questions: (event) => questionsIn(event),
  }),
  secret: { en: "In the form's Send To, under the webhook's “Secret”.", fr: "Dans Send To du formulaire, sous « Secret » du webhook." },
  steps: pasteAt(
    "Select the form on the canvas; beside “Send To” choose Add…, Webhook.",
    "Sélectionnez le formulaire ; à côté de « Send To », choisissez Add…, Webhook.",
  ),
  seen: ["framer.com/help/articles/framer-form-webhook-setup"],
});
