import { entriesOf, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, question } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { pasteAt } from "../steps.ts";

/** An entry's own columns (docs.gravityforms.com/entry-object). */
const columns = new Set(
  "id form_id post_id date_created date_updated is_starred is_read ip source_url user_agent currency payment_status payment_date payment_amount payment_method transaction_id is_fulfilled created_by transaction_type status source_id _labels".split(
    " ",
  ),
);

/** Fields are numbers, and parts of fields `1.3`: only the mapping knows what they ask, unless labels were asked for or keys chosen. */
function questionsOf(entry: Json): readonly Question[] {
  const labels = own(entry, "_labels");
  return entriesOf(entry).flatMap(([key, value]) => (columns.has(key) ? [] : [question(key, textOf(own(labels, key)) ?? key, value)]));
}

export const gravityForms = sourceKind({
  kind: "gravity-forms",
  name: "Gravity Forms",
  family: "form",
  signatures: [],
  read: sheets("Gravity Forms", { eventId: "id", page: "source_url", repeats: true, questions: questionsOf }),
  steps: pasteAt(
    "In WordPress, open the form's settings, then Webhooks, and add a new one (Webhooks Add-On).",
    "Dans WordPress, ouvrez les réglages du formulaire, puis Webhooks, et ajoutez-en un (extension Webhooks).",
    {
      en: "Request method POST, format JSON, body “Select Fields” with keys such as email, first_name, message. With “All Fields” keys are numbers: point at them here.",
      fr: "Méthode POST, format JSON, corps « Select Fields » avec des clés comme email, prenom, message. Avec « All Fields », les clés sont des numéros : montrez-les ici.",
    },
  ),
  seen: ["docs.gravityforms.com/entry-object", "docs.gravityforms.com/webhooks-add-on"],
});
