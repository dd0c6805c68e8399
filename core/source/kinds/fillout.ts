import { type Json, parseJson } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** Its e-mail type is written in two ways; some set-ups send the submission, or all of it, as a text. */
const questions = rows({
  at: "questions",
  key: ["name", "id"],
  title: ["name", "id"],
  type: "type",
  value: ["value"],
  roles: {
    Email: "email",
    EmailInput: "email",
    PhoneNumber: "phone",
    PhoneNumberInput: "phone",
    LongAnswer: "message",
    FileUpload: "file",
    Signature: "file",
    MultipleChoice: "answer",
    Checkboxes: "answer",
    Dropdown: "answer",
    MultiSelect: "answer",
    DatePicker: "answer",
    DateTimePicker: "answer",
    NumberInput: "answer",
    StarRating: "answer",
    OpinionScale: "answer",
    Ranking: "answer",
  },
});

const parameters = rows({ at: "urlParameters", key: ["name", "id"], title: ["name", "id"], value: ["value"] });

function unwrap(payload: Json): Json {
  const body = parsed(payload);
  return parsed(own(body, "submission") ?? body);
}

function parsed(value: Json): Json {
  return typeof value === "string" ? (parseJson(value) ?? value) : value;
}

const read = sheets("Fillout", {
  needs: "questions",
  eventId: "submissionId",
  questions: (event) => [...questions(event), ...parameters(event).map((asked) => ({ ...asked, role: "hidden" as const }))],
});

export const fillout = sourceKind({
  kind: "fillout",
  name: "Fillout",
  family: "form",
  signatures: [],
  read: (payload, delivery) => read(unwrap(payload), delivery),
  steps: pasteAt(
    "Click Integrate at the top of your form, then Webhook.",
    "Cliquez sur Integrate en haut du formulaire, puis sur Webhook.",
    {
      en: "Click Test, then Finish setup, and publish the form.",
      fr: "Cliquez sur Test, puis Finish setup, et publiez le formulaire.",
    },
  ),
  seen: ["fillout.com/help/webhook", "fillout.com/help/fillout-rest-api"],
});
