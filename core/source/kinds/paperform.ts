import { sourceKind } from "../kind.ts";
import { rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

export const paperform = sourceKind({
  kind: "paperform",
  name: "Paperform",
  family: "form",
  signatures: [],
  read: sheets("Paperform", {
    type: { at: "trigger", takes: ["submission"], others: "is not a finished submission." },
    needs: "data",
    eventId: ["submission_id", "id"],
    utm: "device",
    page: ["device.url", "device.embed_url"],
    questions: rows({
      at: "data",
      key: ["custom_key", "key"],
      title: ["title", "key"],
      type: "type",
      value: ["value"],
      roles: {
        email: "email",
        phone: "phone",
        file: "file",
        image: "file",
        signature: "file",
        hidden: "hidden",
        address: "answer",
        number: "answer",
      },
    }),
  }),
  steps: pasteAt(
    "In the editor open After Submission, Integrations & Webhooks, Webhooks, Add Webhook.",
    "Dans l’éditeur, ouvrez After Submission, Integrations & Webhooks, Webhooks, Add Webhook.",
    { en: "Triggered on: New Submission.", fr: "Déclencheur : New Submission." },
  ),
  seen: ["paperform.co/help/articles/how-to-use-webhooks"],
});
