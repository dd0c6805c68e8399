import { givenEventId } from "#core/submission/event-id.ts";
import { agrees } from "#core/submission/consent-answer.ts";
import { finishArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import type { Delivered } from "./delivered.ts";
import { guessMapping } from "../guess-mapping.ts";
import { answerOf, textOf, type Json } from "../json.ts";
import { detailNames } from "../mapped-fields.ts";
import { mapped, type Mapping } from "../mapping.ts";
import { valueAt } from "../path.ts";
import type { ReadPart } from "../read-part.ts";
import { readPurchase } from "../read-purchase.ts";
import type { Question, Sheet } from "../sheet.ts";
import { campaignOf, isCampaign } from "./campaign.ts";
import { consentOf, isTicked } from "./consent.ts";
import { detailsOf, isNamed } from "./details.ts";

/** Fields of a mapping that mean something of their own; whatever else it names is an answer under that name. */
const fieldsWithMeaning: ReadonlySet<string> = new Set([...detailNames, "consent", "eventId"]);

/** More than any form asks, and than is kept of one. */
const mostQuestions = 1_000;

/** What was on a sheet, in the shape all sources share. */
export function finishSheet(sheet: Sheet, given: Mapping | undefined, delivery: Delivered, part: number): ReadPart {
  const mapping = given ?? (sheet.guess === true ? guessMapping(sheet.json) : undefined);
  const at = (field: string): Json | undefined => {
    const wanted = mapped(mapping, field);
    if (wanted === undefined) return undefined;
    return sheet.questions.find((question) => isNamed(question, wanted))?.value ?? valueAt(sheet.json, wanted);
  };
  const eventId = eventIdOf(textOf(at("eventId")) ?? sheet.eventId, delivery, part, sheet.repeats);
  const purchase = readPurchase((field) => (mapped(mapping, field) === undefined ? purchasePart(sheet, field) : at(field)));
  if (purchase.kind === "problem") return { ...purchase, field: mapped(mapping, purchase.field) ?? purchase.field, eventId };
  const asked = sheet.questions.slice(0, mostQuestions);
  const typed = asked.filter(({ role }) => role !== "hidden");
  const { details, used, emailField } = detailsOf(sheet, typed, mapping);
  const agreement = agreementOf(sheet, typed, at("consent"));
  const campaign = campaignOf(sheet, asked);
  const apart = new Set<Question>([...used, ...agreement.used, ...campaign.used]);
  const attributes: Attributes = mapping === undefined ? [] : Object.entries(mapping).filter(([field]) => !hasMeaning(field));
  const draft: Extracted = {
    ...details,
    utm: mapping === undefined ? campaign.utm : { ...campaign.utm, ...mappedUtm(mapping, at) },
    hidden: hiddenOf(sheet),
    answers: typed.filter((question) => !apart.has(question)).flatMap((question) => answersTo(question, attributes)),
    eventId,
  };
  draft.answers.push(...mappedAnswers(sheet, attributes));
  if (agreement.consent !== undefined) draft.consent = agreement.consent;
  if (agreement.consentText !== undefined) draft.consentText ??= agreement.consentText;
  if (purchase.kind === "purchase") draft.purchase = purchase.purchase;
  const finished = finishArrival(draft, mapped(mapping, "email") ?? emailField ?? sheet.emailField ?? "email");
  return { ...finished, eventId };
}

/** The id of one part of a delivery: the sender's own; a header's, or the very bytes', numbered where there are several parts. */
export function eventIdOf(own: string | undefined, delivered: Delivered, part: number, repeats = false): string {
  const given = givenEventId(own);
  if (given !== undefined) return given;
  const { "webhook-id": webhookId, "idempotency-key": idempotencyKey } = delivered.headers;
  const ofDelivery = givenEventId(webhookId ?? idempotencyKey) ?? delivered.idOfBody(repeats);
  return part === 0 ? ofDelivery : `${ofDelivery}#${part}`;
}

function purchasePart(sheet: Sheet, field: string): Json | undefined {
  switch (field) {
    case "purchase.id":
      return sheet.purchase?.id;
    case "purchase.amount":
      return sheet.purchase?.amount;
    case "purchase.minorAmount":
      return sheet.purchase?.minorAmount;
    case "purchase.currency":
      return sheet.purchase?.currency;
    default:
      return undefined;
  }
}

function agreementOf(sheet: Sheet, questions: readonly Question[], pointedAt: Json | undefined): ReturnType<typeof consentOf> {
  if (pointedAt !== undefined && pointedAt !== null) {
    const value = answerOf(pointedAt);
    return { used: [], consent: isTicked({ key: "consent", title: "", value }) || agrees(textOf(pointedAt)) };
  }
  const found = consentOf(questions);
  return found.consent === undefined && sheet.consent !== undefined ? { used: [], consent: sheet.consent } : found;
}

function mappedUtm(mapping: Mapping, at: (field: string) => Json | undefined): Extracted["utm"] {
  const utm: Record<string, string> = {};
  for (const field of Object.keys(mapping)) {
    const text = field.startsWith("utm.") ? textOf(at(field)) : undefined;
    if (text !== undefined) utm[field.slice("utm.".length)] = text;
  }
  return utm;
}

function hiddenOf(sheet: Sheet): Extracted["hidden"] {
  const asked = sheet.questions.flatMap(({ role, title, value }) =>
    role === "hidden" && value !== undefined ? [[title, String(value)] as const] : [],
  );
  return Object.fromEntries(
    [...Object.entries(sheet.hidden ?? {}), ...asked].filter(([name, value]) => !isCampaign(name) && value.trim() !== ""),
  );
}

/** An answer under the attribute's name the mapping gives its question, else under the question's own key. */
function answersTo(question: Question, attributes: Attributes): Extracted["answers"] {
  const { key, title, value } = question;
  if (value === undefined) return [];
  const name = attributes.find(([, wanted]) => isNamed(question, wanted))?.[0];
  return [{ key: name ?? key, title, value }];
}

/** What the mapping names by a path, and no question holds. */
function mappedAnswers({ questions, json }: Sheet, attributes: Attributes): Extracted["answers"] {
  return attributes.flatMap(([field, wanted]) => {
    if (questions.some((question) => isNamed(question, wanted))) return [];
    const value = answerOf(valueAt(json, wanted));
    return value === undefined ? [] : [{ key: field, title: field, value }];
  });
}

/** What a mapping calls by names of the user's own. */
type Attributes = readonly (readonly [name: string, wanted: string])[];

function hasMeaning(field: string): boolean {
  return fieldsWithMeaning.has(field) || /^(?:utm|purchase)\./.test(field);
}
