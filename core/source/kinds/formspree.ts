import { type Json } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { datedHmac } from "../signatures/dated-hmac.ts";
import { pasteAt } from "../steps.ts";

const besideAnswers = new Set(["form", "form_id", "keys", "_date", "_id", "_subject", "_replyto", "_next", "_status", "_gotcha", "id"]);

const submissionOf = (event: Json): Json => own(event, "submission") ?? event;

export const formspree = sourceKind({
  kind: "formspree",
  name: "Formspree",
  family: "form",
  signatures: [datedHmac("formspree-signature")],
  read: sheets("Formspree", {
    eventId: ["submission._id", "submission.id", "_id", "id"],
    details: { email: ["submission._replyto", "_replyto"] },
    page: ["submission._referrer", "_referrer"],
    repeats: true,
    questions: (event) => questionsIn(submissionOf(event), besideAnswers),
  }),
  secret: { en: "In the webhook plugin, “Signing secret”.", fr: "Dans l’extension webhook, « Signing secret »." },
  steps: pasteAt(
    "Open the form's Workflow, add an action and choose Webhook.",
    "Ouvrez Workflow du formulaire, ajoutez une action et choisissez Webhook.",
  ),
  seen: ["help.formspree.io/hc/en-us/articles/360015234873-Webhooks"],
});
