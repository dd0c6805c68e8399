import { entriesOf, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, question, rowsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { AnswerValue, Question, Role } from "../sheet.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";
import { pasteAt } from "../steps.ts";

/** `PAYMENT` has an e-mail and a name too: those of the card. */
const roles: Readonly<Record<string, Role | undefined>> = {
  INPUT_TEXT: undefined,
  INPUT_EMAIL: "email",
  INPUT_PHONE_NUMBER: "phone",
  TEXTAREA: "message",
  HIDDEN_FIELDS: "hidden",
  FILE_UPLOAD: "file",
  SIGNATURE: "file",
};

const textsById = (value: Json | undefined): ReadonlyMap<string | undefined, string> =>
  new Map(rowsIn(value).map((row) => [textOf(own(row, "id")), textOf(own(row, "text")) ?? ""]));

/** Choices are ids, to be looked up beside them; a checkbox question comes again as one yes or no for each of its boxes. */
function questionsOf(data: Json | undefined): readonly Question[] {
  const fields = rowsIn(own(data, "fields"));
  const lists = fields.flatMap((row) => (own(row, "options") === undefined ? [] : [`${textOf(own(row, "key")) ?? ""}_`]));
  return fields.flatMap((row) => {
    const key = textOf(own(row, "key"));
    const type = textOf(own(row, "type")) ?? "";
    const value = own(row, "value");
    if (key === undefined || (typeof value === "boolean" && type === "CHECKBOXES" && lists.some((list) => key.startsWith(list)))) return [];
    const title = textOf(own(row, "label")) ?? key;
    const options = textsById(own(row, "options"));
    if (options.size > 0) return [{ key, title, role: "answer", value: chosen(value, options), options: [...options.values()] }];
    if (type === "MATRIX") return [{ key, title, role: "answer", value: cellsOf(row) }];
    return [question(key, title, value, { role: Object.hasOwn(roles, type) ? roles[type] : "answer" })];
  });
}

function chosen(value: Json | undefined, texts: ReadonlyMap<string | undefined, string>): AnswerValue | undefined {
  const said = [value ?? null].flat().flatMap((id: Json) => texts.get(textOf(id)) ?? textOf(id) ?? []);
  return said.length > 1 ? said : said[0];
}

/** A matrix maps its rows' ids to those of the columns that were chosen. */
function cellsOf(matrix: Json): AnswerValue {
  const lines = textsById(own(matrix, "rows"));
  const columns = textsById(own(matrix, "columns"));
  return entriesOf(own(matrix, "value")).map(
    ([line, cells]) => `${lines.get(line) ?? line}: ${[chosen(cells, columns) ?? ""].flat().join(", ")}`,
  );
}

export const tally = sourceKind({
  kind: "tally",
  name: "Tally",
  family: "form",
  signatures: [hmacOfBody("tally-signature", "base64")],
  read: sheets("Tally", {
    type: { at: "eventType", takes: ["FORM_RESPONSE"], others: "is no answer to a form." },
    needs: "data.fields",
    eventId: ["eventId", "data.submissionId", "data.responseId"],
    questions: (event) => questionsOf(own(event, "data")),
  }),
  secret: { en: "In the webhook's settings, under “Signing secret”.", fr: "Dans les réglages du webhook, sous « Signing secret »." },
  steps: pasteAt(
    "Publish your form, open Integrations and connect Webhooks.",
    "Publiez votre formulaire, ouvrez Integrations et connectez Webhooks.",
    { en: "Add the signing secret: {secret}", fr: "Ajoutez le secret de signature : {secret}" },
  ),
  seen: ["tally.so/help/webhooks"],
});
