import { type Json } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, questionsIn, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { pasteAt } from "../steps.ts";

const labelled = rows({ at: "submissions", key: ["label"], title: ["label"], value: ["value"] });

/** With “all keys and values” the answers come as labelled rows, and again under `field:…`; with a structure of one's own, as they were named. */
const besideAnswers = new Set([
  "submissions",
  "contact",
  "contactId",
  "formId",
  "formName",
  "submissionId",
  "submissionTime",
  "submissionsLink",
  "_context",
  "formFieldMask",
]);

function questionsOf(event: Json): readonly Question[] {
  const data = own(event, "data") ?? event;
  const told = labelled(data);
  return told.length > 0
    ? told
    : questionsIn(data, besideAnswers).map((asked) => ({ ...asked, title: asked.title.replace(/^field:/, "") }));
}

export const wix = sourceKind({
  kind: "wix",
  name: "Wix",
  family: "form",
  signatures: [],
  read: sheets("Wix", {
    eventId: ["data.submissionId", "submissionId"],
    details: {
      email: ["data.contact.email", "contact.email"],
      firstName: ["data.contact.name.first", "contact.name.first"],
      lastName: ["data.contact.name.last", "contact.name.last"],
      phone: ["data.contact.phone", "contact.phone"],
      company: ["data.contact.company", "contact.company"],
      locale: ["data.contact.locale", "contact.locale"],
    },
    repeats: true,
    questions: questionsOf,
  }),
  steps: pasteAt(
    "In the dashboard open Automations, New automation; trigger “Form submitted”, action “Send HTTP request”.",
    "Dans le tableau de bord, ouvrez Automations, nouvelle automatisation ; déclencheur « Formulaire envoyé », action « Envoyer une requête HTTP ».",
    {
      en: "Method POST, body “All keys and values”; then activate.",
      fr: "Méthode POST, corps « toutes les clés et valeurs » ; puis activez.",
    },
  ),
  seen: ["support.wix.com/en/article/wix-automations-sending-http-requests"],
});
