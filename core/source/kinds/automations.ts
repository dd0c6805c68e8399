import { sourceKind } from "../kind.ts";
import { jsonSheets } from "../reading/json-sheets.ts";
import { pasteAt } from "../steps.ts";
import { chosenSecret, usualSignatures } from "./json.ts";

/** What Zapier, Make and n8n post is whatever their author put together: JSON or form fields, signed by nobody, with any header one adds. */
const automation = { family: "generic", signatures: usualSignatures, read: jsonSheets, secret: chosenSecret } as const;

export const zapier = sourceKind({
  ...automation,
  kind: "zapier",
  name: "Zapier",
  steps: pasteAt("Add the action Webhooks by Zapier, event POST.", "Ajoutez l’action Webhooks by Zapier, événement POST.", {
    en: "Payload type json. Under Data write email, first_name, last_name, company, message… and event_id with the trigger's id.",
    fr: "Payload type json. Sous Data, écrivez email, first_name, last_name, company, message… et event_id avec l’identifiant du déclencheur.",
  }),
  seen: ["help.zapier.com/hc/en-us/articles/8496326446989"],
});

export const make = sourceKind({
  ...automation,
  kind: "make",
  name: "Make",
  steps: pasteAt("Add the module HTTP, Make a request.", "Ajoutez le module HTTP, Make a request.", {
    en: "Method POST, body type Raw, JSON, with email, first_name, last_name, company, message… and event_id.",
    fr: "Méthode POST, type de corps Raw, JSON, avec email, first_name, last_name, company, message… et event_id.",
  }),
  seen: ["apps.make.com/http"],
});

export const n8n = sourceKind({
  ...automation,
  kind: "n8n",
  name: "n8n",
  steps: pasteAt("Add the node HTTP Request.", "Ajoutez le nœud HTTP Request.", {
    en: "Method POST, Send Body, JSON, with email, first_name, last_name, company, message… and event_id.",
    fr: "Méthode POST, Send Body, JSON, avec email, first_name, last_name, company, message… et event_id.",
  }),
  seen: ["docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest"],
});
