import { type Json, textOf } from "../json.ts";
import { withBearer } from "../fetch-plan.ts";
import { sourceKind } from "../kind.ts";
import { sheetsOfFetched } from "../reading/fetched.ts";
import { own, rowsIn } from "../reading/questions.ts";
import type { Question, SheetPart } from "../sheet.ts";
import { pasteAt } from "../steps.ts";

/** The webhook tells ids (developer.surveymonkey.com/api/v3, "Callback event"). */
function read(payload: Json): readonly SheetPart[] {
  const type = textOf(own(payload, "event_type"));
  const [survey, response] = [
    textOf(own(own(payload, "resources"), "survey_id")) ?? textOf(own(payload, "filter_id")),
    textOf(own(payload, "object_id")),
  ];
  if (type !== undefined && type !== "response_completed")
    return [{ kind: "ignored", because: `SurveyMonkey's ${type.slice(0, 100)} is no finished response.` }];
  if (!/^\d{1,30}$/.test(survey ?? "") || !/^\d{1,30}$/.test(response ?? "")) {
    return [
      {
        kind: "unreadable",
        field: "object_id",
        problem: "This is not an event as SurveyMonkey sends it.",
        remedy: "Subscribe this address to response_completed.",
      },
    ];
  }
  const url = `https://api.surveymonkey.com/v3/surveys/${survey}/responses/${response}/details?simple=true`;
  return [{ kind: "fetch", eventId: `${survey}-${response}`, plan: { requests: [withBearer(url)], about: {} } }];
}

/** A response by pages, questions and answers; texts are told with `simple=true`. */
function questionsOf(response: Json): readonly Question[] {
  return rowsIn(own(response, "pages"))
    .flatMap((page) => rowsIn(own(page, "questions")))
    .flatMap((asked): readonly Question[] => {
      const id = textOf(own(asked, "id"));
      const key = textOf(own(asked, "variable_id")) ?? id;
      const said = rowsIn(own(asked, "answers")).flatMap(
        (answer) => textOf(own(answer, "simple_text")) ?? textOf(own(answer, "text")) ?? [],
      );
      const role = textOf(own(asked, "family")) === "open_ended" ? undefined : "answer";
      return key === undefined
        ? []
        : [{ key, id, title: textOf(own(asked, "heading")) ?? key, role, value: said.length > 1 ? said : said[0] }];
    });
}

export const surveymonkey = sourceKind({
  kind: "surveymonkey",
  name: "SurveyMonkey",
  family: "form",
  signatures: [],
  handshake: "any-answer",
  read,
  readFetched: sheetsOfFetched("SurveyMonkey", {
    needs: "pages",
    eventId: "id",
    details: {
      email: ["metadata.contact.email.value", "email_address"],
      firstName: ["metadata.contact.first_name.value", "first_name"],
      lastName: ["metadata.contact.last_name.value", "last_name"],
    },
    hidden: "custom_variables",
    questions: questionsOf,
  }),
  accessToken: {
    en: "developer.surveymonkey.com, My Apps, your app, Settings: the access token, with the scopes “View Responses” and “View Response Details”.",
    fr: "developer.surveymonkey.com, My Apps, votre application, Settings : le jeton d’accès, avec les droits « View Responses » et « View Response Details ».",
  },
  steps: pasteAt(
    "With your app's token, make a webhook: POST https://api.surveymonkey.com/v3/webhooks, event_type response_completed, object_type survey.",
    "Avec le jeton de votre application, créez un webhook : POST https://api.surveymonkey.com/v3/webhooks, event_type response_completed, object_type survey.",
    { en: "Give the access token to this source.", fr: "Donnez le jeton d’accès à cette source." },
  ),
  seen: ["api.surveymonkey.com/v3/docs#webhooks"],
});
