import { answerOf, entriesOf, isObject, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question, Role } from "../sheet.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";

/** A `legal` question is the consent, a `yes_no` never is. Labels are asked of typed texts alone. */
const roles: Readonly<Record<string, Role | undefined>> = { email: "email", phone_number: "phone", text: undefined, file_url: "file" };

/** Answers stand apart from the questions they answer, which alone have titles; an answer may have lost its `ref`. */
function questionsOf(response: Json): readonly Question[] {
  const form = isObject(response) ? response : {};
  const definition = isObject(form["definition"]) ? form["definition"]["fields"] : undefined;
  const fields = new Map(
    (Array.isArray(definition) ? definition : []).flatMap((field: Json) =>
      isObject(field) ? [[textOf(field["id"]), field] as const] : [],
    ),
  );
  const answers = Array.isArray(form["answers"]) ? form["answers"] : [];
  return answers.flatMap((answer: Json) => {
    const field = isObject(answer) ? answer["field"] : undefined;
    const id = isObject(field) ? textOf(field["id"]) : undefined;
    if (!isObject(answer) || !isObject(field) || id === undefined || typeof answer["type"] !== "string") return [];
    const question = fields.get(id);
    const key = textOf(field["ref"]) ?? textOf(question?.["ref"]) ?? id;
    const role = field["type"] === "legal" ? "consent" : Object.hasOwn(roles, answer["type"]) ? roles[answer["type"]] : "answer";
    return [{ key, id, title: textOf(question?.["title"]) ?? key, role, value: valueOf(answer, answer["type"]) }];
  });
}

/** The value stands under the key that the answer's type names; choices are their labels, with what was written beside them. */
function valueOf(answer: { readonly [key: string]: Json }, type: string): Question["value"] {
  const value = Object.hasOwn(answer, type) ? answer[type] : undefined;
  if (!isObject(value)) return answerOf(value);
  const said = new Map(entriesOf(value));
  if (type !== "choices") return answerOf(said.get("label") ?? said.get("other") ?? said.get("amount"));
  return answerOf([said.get("labels"), said.get("other")].flat().filter((one) => one !== undefined));
}

export const typeform = sourceKind({
  kind: "typeform",
  name: "Typeform",
  family: "form",
  signatures: [hmacOfBody("typeform-signature", "base64", "sha256=")],
  read: sheets("Typeform", {
    type: { at: "event_type", takes: ["form_response"], others: "is not a finished response." },
    needs: "form_response",
    eventId: ["event_id", "form_response.token"],
    hidden: "form_response.hidden",
    questions: (event) => (isObject(event) ? questionsOf(event["form_response"] ?? null) : []),
  }),
  secret: {
    en: "The secret you write in the webhook's own settings, under “Secret”.",
    fr: "Le secret que vous écrivez dans les réglages du webhook, sous « Secret ».",
  },
  steps: [
    { en: "Open your form, then Connect, then Webhooks.", fr: "Ouvrez votre formulaire, puis Connect, puis Webhooks." },
    { en: "Choose “Add a webhook” and paste this address: {url}", fr: "Choisissez « Add a webhook » et collez cette adresse : {url}" },
    { en: "Edit the webhook, paste the secret and save: {secret}", fr: "Modifiez le webhook, collez le secret et enregistrez : {secret}" },
    { en: "Switch the webhook on and send a test request.", fr: "Activez le webhook et envoyez une requête de test." },
  ],
  seen: ["typeform.com/developers/webhooks/example-payload", "typeform.com/developers/webhooks/secure-your-webhooks"],
});
