import { entriesOf, type Json, textOf } from "../json.ts";
import type { FetchRequest } from "../fetch-plan.ts";
import { sourceKind } from "../kind.ts";
import { own, rowsIn } from "../reading/questions.ts";
import type { Question, Role, SheetPart } from "../sheet.ts";
import { linkedinSignature } from "../signatures/hmac-around-body.ts";

/** LinkedIn's API is versioned by month, each for a year (learn.microsoft.com/linkedin/marketing/versioning). */
const version = "202610";

/** One notification tells one lead, by the names of its answers and of its form. */
function read(payload: Json): readonly SheetPart[] {
  const [answer, form] = [idIn(own(payload, "leadGenFormResponse")), idIn(own(payload, "leadGenForm"))];
  const action = textOf(own(payload, "leadAction")) ?? "CREATED";
  if (answer === undefined) {
    return [
      {
        kind: "unreadable",
        field: "leadGenFormResponse",
        problem: "This is not a lead notification as LinkedIn sends it.",
        remedy: "Subscribe this address through the leadNotifications API.",
      },
    ];
  }
  if (action !== "CREATED")
    return [{ kind: "ignored", because: `LinkedIn's ${action.slice(0, 100)} is no new lead.`, eventId: `${answer}-${action}` }];
  const requests = [ask(`leadFormResponses/${answer}`), ...(form === undefined ? [] : [ask(`leadForms/${form}`)])];
  return [{ kind: "fetch", eventId: answer, plan: { requests, about: {} } }];
}

/** The id at the end of `urn:li:leadGenFormResponse:…`. */
function idIn(urn: Json | undefined): string | undefined {
  return /(?:^|:)([\w=-]{1,120})\)?$/.exec(textOf(urn) ?? "")?.[1];
}

function ask(path: string): FetchRequest {
  const headers = {
    accept: "application/json",
    authorization: "Bearer {token}",
    "linkedin-version": version,
    "x-restli-protocol-version": "2.0.0",
  };
  return { url: `https://api.linkedin.com/rest/${path}`, headers };
}

/** What LinkedIn filled in from the profile. */
const predefined: Readonly<Record<string, Role>> = {
  EMAIL: "email",
  WORK_EMAIL: "email",
  FIRST_NAME: "firstName",
  LAST_NAME: "lastName",
  PHONE_NUMBER: "phone",
  WORK_PHONE_NUMBER: "phone",
  COMPANY_NAME: "company",
};

/** Answers have the ids of questions whose words, choices and meanings stand in the form. */
function readFetched([response = null, form = null]: readonly Json[]): SheetPart {
  const content = own(form, "content");
  const asked = new Map(rowsIn(own(content, "questions")).map((row) => [textOf(own(row, "questionId")), row]));
  const consents = new Map(
    rowsIn(own(own(content, "legalInfo"), "consents")).map((row) => [textOf(own(row, "id")) ?? textOf(own(row, "consentId")), row]),
  );
  const filled = own(response, "formResponse");
  const answers = rowsIn(own(filled, "answers")).map((answer): Question => {
    const id = textOf(own(answer, "questionId")) ?? "";
    const row = asked.get(id);
    const key = textOf(own(row, "name")) ?? textOf(own(answer, "name")) ?? id;
    const meaning = textOf(own(row, "predefinedField")) ?? "";
    return {
      key,
      id,
      title: localized(own(row, "question")) ?? key,
      role: Object.hasOwn(predefined, meaning) ? predefined[meaning] : undefined,
      value: valueOf(answer, row),
    };
  });
  const agreed = rowsIn(own(filled, "consentResponses")).map((box): Question => {
    const id = textOf(own(box, "consentId")) ?? "";
    return {
      key: `consent-${id}`,
      title: localized(own(consents.get(id), "consent")) ?? `consent ${id}`,
      value: own(box, "accepted") === true,
    };
  });
  return { kind: "sheet", eventId: textOf(own(response, "id")), questions: [...answers, ...agreed], json: response };
}

function valueOf(answer: Json, row: Json | undefined): Question["value"] {
  const details = own(answer, "answerDetails");
  const text = textOf(own(own(details, "textQuestionAnswer"), "answer"));
  if (text !== undefined) return text;
  const choices = own(own(own(row, "questionDetails"), "multipleChoiceQuestionDetails"), "options");
  const texts = new Map(rowsIn(choices).map((choice) => [textOf(own(choice, "id")), localized(own(choice, "text"))]));
  const chosen = [own(own(details, "multipleChoiceAnswer"), "options") ?? []]
    .flat()
    .flatMap((id: Json) => texts.get(textOf(id)) ?? textOf(id) ?? []);
  return chosen.length > 1 ? chosen : chosen[0];
}

/** A text in the form's own language: the only one there is. */
function localized(value: Json | undefined): string | undefined {
  return entriesOf(own(value, "localized")).flatMap(([, text]) => textOf(text) ?? [])[0];
}

export const linkedin = sourceKind({
  kind: "linkedin",
  name: "LinkedIn Lead Gen Forms",
  family: "form",
  signatures: [linkedinSignature],
  handshake: "signed-challenge",
  read,
  readFetched,
  secret: {
    en: "The client secret of your LinkedIn application, under Auth.",
    fr: "Le client secret de votre application LinkedIn, sous Auth.",
  },
  accessToken: {
    en: "An access token with r_marketing_leadgen_automation (Lead Sync API). It lasts two months: give a new one before.",
    fr: "Un jeton d’accès avec r_marketing_leadgen_automation (Lead Sync API). Il dure deux mois : donnez-en un nouveau avant.",
  },
  steps: [
    {
      en: "In your LinkedIn application open Webhooks and add: {url}",
      fr: "Dans votre application LinkedIn, ouvrez Webhooks et ajoutez : {url}",
    },
    {
      en: "Subscribe it: POST https://api.linkedin.com/rest/leadNotifications with your owner and leadType.",
      fr: "Abonnez-la : POST https://api.linkedin.com/rest/leadNotifications avec owner et leadType.",
    },
    { en: "Give the client secret and an access token to this source.", fr: "Donnez à cette source le client secret et un jeton d’accès." },
    { en: "Send a test lead from the form: it appears here.", fr: "Envoyez un prospect de test depuis le formulaire : il apparaît ici." },
  ],
  seen: ["learn.microsoft.com/linkedin/marketing/lead-sync/leadsync", "learn.microsoft.com/linkedin/shared/api-guide/webhook-validation"],
});
