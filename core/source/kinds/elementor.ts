import { type Json } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { questionsIn, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { pasteAt } from "../steps.ts";

const advanced = rows({
  at: "fields",
  key: ["id"],
  title: ["title", "id"],
  type: "type",
  value: ["value", "raw_value"],
  roles: { email: "email", tel: "phone", upload: "file", hidden: "hidden", number: "answer", date: "answer", time: "answer" },
});

/** What stands beside the answers when “Advanced data” is off and keys are labels, in the languages of Elementor's own texts. */
const besideAnswers = new Set([
  "form_id",
  "form_name",
  "form",
  "meta",
  "Date",
  "Time",
  "Heure",
  "Page URL",
  "URL de la page",
  "User Agent",
  "Agent utilisateur",
  "Remote IP",
  "IP distante",
  "Powered by",
  "Propulsé par",
  "Credit",
]);

/** `form[name]` is the form's title, not the person's name. */
function questionsOf(event: Json): readonly Question[] {
  const told = advanced(event);
  return told.length > 0 ? told : questionsIn(event, besideAnswers);
}

export const elementor = sourceKind({
  kind: "elementor",
  name: "Elementor",
  family: "form",
  signatures: [],
  read: sheets("Elementor", {
    page: ["meta.page_url.value", '["Page URL"]', '["URL de la page"]'],
    repeats: true,
    questions: questionsOf,
  }),
  steps: pasteAt(
    "Edit the form widget, add “Webhook” under Actions After Submit, and open the Webhook section.",
    "Modifiez le widget de formulaire, ajoutez « Webhook » sous Actions après l’envoi, puis ouvrez la section Webhook.",
    { en: "Switch “Advanced Data” on.", fr: "Activez « Données avancées »." },
  ),
  seen: ["elementor.com/help/integrations-webhooks", "developers.elementor.com/docs/forms/form-records"],
});
