import { entriesOf, type Json } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** WordPress's and Fluent's own fields begin with `_`; the entry stands whole under `__submission`. */
const besideAnswers = (event: Json): ReadonlySet<string> =>
  new Set(entriesOf(event).flatMap(([key]) => (key.startsWith("_") ? [key] : [])));

export const fluentForms = sourceKind({
  kind: "fluent-forms",
  name: "Fluent Forms",
  family: "form",
  signatures: [],
  read: sheets("Fluent Forms", {
    eventId: ["__submission.id", "entry_id"],
    page: ["__submission.source_url", "_wp_http_referer"],
    repeats: true,
    questions: (event) => questionsIn(event, besideAnswers(event)),
  }),
  steps: pasteAt(
    "Open the form's Settings & Integrations, then WebHook, and add one.",
    "Ouvrez Settings & Integrations du formulaire, puis WebHook, et ajoutez-en un.",
    {
      en: "Method POST, format JSON, body “All data”.",
      fr: "Méthode POST, format JSON, corps « All data ».",
    },
  ),
  seen: ["fluentforms.com/docs/webhook-integration-with-fluent-forms"],
});
