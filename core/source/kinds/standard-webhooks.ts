import { sourceKind } from "../kind.ts";
import { jsonSheets } from "../reading/json-sheets.ts";
import { standardWebhooks as signature } from "../signatures/standard-webhooks.ts";
import { pasteAt } from "../steps.ts";

export const standardWebhooks = sourceKind({
  kind: "standard-webhooks",
  name: "Standard Webhooks",
  family: "generic",
  signatures: [signature],
  read: jsonSheets,
  secret: { en: "The endpoint's signing secret (whsec_…).", fr: "Le secret de signature de l’endpoint (whsec_…)." },
  steps: pasteAt("In the sender's settings, add a webhook endpoint.", "Dans les réglages de l’émetteur, ajoutez un endpoint webhook.", {
    en: "Copy its signing secret into this source.",
    fr: "Copiez son secret de signature dans cette source.",
  }),
  seen: ["standardwebhooks.com"],
});
