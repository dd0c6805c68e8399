import { sourceKind } from "../kind.ts";
import { rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";

/** Google Forms sends nothing by itself: a script in the form does, at each answer (developers.google.com/apps-script/reference/forms/form-response). */
const script = (
  url: string,
): string => `// Relance: sends each answer of this form. Extensions > Apps Script, paste, then run "connect" once.
const ADDRESS = ${JSON.stringify(url)};

function connect() {
  ScriptApp.getProjectTriggers()
    .filter((trigger) => trigger.getHandlerFunction() === "send")
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  ScriptApp.newTrigger("send").forForm(FormApp.getActiveForm()).onFormSubmit().create();
}

function send(event) {
  const form = event.source;
  const response = event.response;
  const payload = {
    formId: form.getId(),
    formTitle: form.getTitle(),
    responseId: response.getId(),
    submittedAt: response.getTimestamp().toISOString(),
    email: response.getRespondentEmail(),
    answers: response.getItemResponses().map((answer) => ({
      id: String(answer.getItem().getId()),
      title: answer.getItem().getTitle(),
      type: String(answer.getItem().getType()),
      value: answer.getResponse(),
    })),
  };
  const options = { method: "post", contentType: "application/json", payload: JSON.stringify(payload), muteHttpExceptions: true };
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) Utilities.sleep(2000 * Math.pow(3, attempt));
    try {
      if (UrlFetchApp.fetch(ADDRESS, options).getResponseCode() < 500) return;
    } catch (unreachable) {
      console.warn(unreachable);
    }
  }
  throw new Error("Relance could not be reached; the answer is kept in this form.");
}
`;

export const googleForms = sourceKind({
  kind: "google-forms",
  name: "Google Forms",
  family: "form",
  signatures: [],
  read: sheets("Google Forms", {
    needs: "answers",
    eventId: "responseId",
    details: { email: "email" },
    questions: rows({
      at: "answers",
      key: ["id", "title"],
      title: ["title", "id"],
      type: "type",
      value: ["value"],
      roles: {
        PARAGRAPH_TEXT: "message",
        FILE_UPLOAD: "file",
        MULTIPLE_CHOICE: "answer",
        LIST: "answer",
        SCALE: "answer",
        GRID: "answer",
        DATE: "answer",
      },
    }),
  }),
  script,
  steps: [
    { en: "Open the form, then ⋮, Script editor (Apps Script).", fr: "Ouvrez le formulaire, puis ⋮, Éditeur de scripts (Apps Script)." },
    { en: "Replace what is there with the script below and save.", fr: "Remplacez le contenu par le script ci-dessous et enregistrez." },
    {
      en: "Choose the function connect, press Run and allow it.",
      fr: "Choisissez la fonction connect, cliquez sur Exécuter et autorisez-la.",
    },
    { en: "Answer the form once: it appears here.", fr: "Répondez une fois au formulaire : la réponse apparaît ici." },
  ],
  seen: [
    "developers.google.com/apps-script/reference/forms/form-response",
    "developers.google.com/apps-script/guides/triggers/installable",
  ],
});
