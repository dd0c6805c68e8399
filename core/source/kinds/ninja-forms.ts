import { sourceKind } from "../kind.ts";
import { questionsIn, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

const whole = rows({
  at: "fields",
  key: ["key", "id"],
  title: ["label", "key"],
  type: "type",
  value: ["value"],
  roles: {
    email: "email",
    phone: "phone",
    firstname: "firstName",
    lastname: "lastName",
    textarea: "message",
    file_upload: "file",
    hidden: "hidden",
  },
});

/** The Webhooks add-on sends arguments its author named; some forward the fields whole. */
export const ninjaForms = sourceKind({
  kind: "ninja-forms",
  name: "Ninja Forms",
  family: "form",
  signatures: [],
  read: sheets("Ninja Forms", {
    eventId: ["sub_id", "_sub_id", "submission_id"],
    page: ["page_url", "referer"],
    repeats: true,
    questions: (event) => [
      ...whole(event),
      ...questionsIn(event, new Set(["fields", "sub_id", "_sub_id", "submission_id", "form_id", "_seq_num", "page_url"])),
    ],
  }),
  steps: pasteAt(
    "Open the form's Emails & Actions and add the action “WebHooks”.",
    "Ouvrez Emails & Actions du formulaire et ajoutez l’action « WebHooks ».",
    {
      en: "Method POST. Add an argument for each field (email, first_name, message…), and switch “Encode as JSON” on.",
      fr: "Méthode POST. Ajoutez un argument par champ (email, prenom, message…) et activez « Encode as JSON ».",
    },
  ),
  seen: ["ninjaforms.com/docs/webhooks"],
});
