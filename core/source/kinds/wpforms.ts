import { sourceKind } from "../kind.ts";
import { questionsIn, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** WPForms' own field rows, where somebody forwards them whole. */
const whole = rows({
  at: "fields",
  key: ["name", "id"],
  title: ["name", "id"],
  type: "type",
  value: ["value", "value_raw"],
  roles: { email: "email", phone: "phone", name: "fullName", textarea: "message", "file-upload": "file", hidden: "hidden" },
});

/** The Webhooks addon sends what its request body was told, under keys its author chose. */
export const wpforms = sourceKind({
  kind: "wpforms",
  name: "WPForms",
  family: "form",
  signatures: [],
  read: sheets("WPForms", {
    eventId: "entry_id",
    page: ["page_url", "entry_meta.page_url"],
    repeats: true,
    questions: (event) => [
      ...whole(event),
      ...questionsIn(event, new Set(["fields", "entry_id", "form_id", "page_url", "entry_meta", "created_at"])),
    ],
  }),
  steps: pasteAt(
    "In the form builder open Settings, then Webhooks (Webhooks addon), and enable them.",
    "Dans l’éditeur, ouvrez Settings, puis Webhooks (extension Webhooks), et activez-les.",
    {
      en: "Method POST, format JSON. Under “Request Body” give each field a key: email, first_name, message… and entry_id for the entry's id.",
      fr: "Méthode POST, format JSON. Sous « Request Body », donnez une clé à chaque champ : email, prenom, message… et entry_id pour l’identifiant.",
    },
  ),
  seen: ["wpforms.com/docs/how-to-install-and-use-the-webhooks-addon-with-wpforms"],
});
