import { isObject, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, question, questionsIn, rowsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { jwsOfBody } from "../signatures/jws-of-body.ts";
import { pasteAt } from "../steps.ts";

/** What Netlify puts among the answers. */
const besideAnswers = new Set(["ip", "user_agent", "referrer", "form-name", "bot-field"]);

/** Fields with their titles where they are told; then what Netlify made of them, in which `first_name` may be the whole name. */
function questionsOf(event: Json): readonly Question[] {
  const data = own(event, "data");
  const titles = new Map(rowsIn(own(event, "ordered_human_fields")).map((row) => [textOf(own(row, "name")), textOf(own(row, "title"))]));
  const fields = questionsIn(data, besideAnswers).map((asked) => ({ ...asked, title: titles.get(asked.key) ?? asked.title }));
  const files = new Set(
    fields.flatMap(({ key }) => (isObject(own(data, key)) && own(own(data, key), "filename") !== undefined ? [key] : [])),
  );
  const isWhole = textOf(own(event, "last_name")) === undefined;
  return [
    ...fields.map((asked) => (files.has(asked.key) ? question(asked.key, asked.title, own(data, asked.key), { role: "file" }) : asked)),
    ...["email", "company"].map((key) => question(key, key, own(event, key))),
    ...(isWhole
      ? [question("name", "name", own(event, "name") ?? own(event, "first_name"))]
      : ["first_name", "last_name"].map((key) => question(key, key, own(event, key)))),
  ].filter(({ value }, index) => value !== undefined || index < fields.length);
}

const read = sheets("Netlify", {
  needs: "data",
  eventId: "id",
  page: ["data.referrer", "site_url"],
  questions: questionsOf,
});

export const netlify = sourceKind({
  kind: "netlify",
  name: "Netlify Forms",
  family: "form",
  signatures: [jwsOfBody],
  read: (payload, delivery) => read(own(payload, "payload") ?? payload, delivery),
  secret: {
    en: "The JWS secret token you write in the notification.",
    fr: "Le « JWS secret token » que vous écrivez dans la notification.",
  },
  steps: pasteAt(
    "Open the project's Forms, then Form notifications, Add notification, HTTP POST request.",
    "Ouvrez Forms dans le projet, puis Form notifications, Add notification, HTTP POST request.",
    { en: "Event “New form submission”.", fr: "Événement « New form submission »." },
  ),
  seen: ["docs.netlify.com/manage/forms/notifications", "docs.netlify.com/deploy/deploy-notifications"],
});
