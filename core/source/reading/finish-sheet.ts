import { eventIdOfBody, eventIdOfPost, givenEventId } from "#core/submission/event-id.ts";
import { agrees } from "#core/submission/consent-answer.ts";
import { finishArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import type { Delivery } from "../delivery.ts";
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

/** What was on a sheet, in the shape all sources share. */
export function finishSheet(sheet: Sheet, given: Mapping | undefined, delivery: DeliveredBytes, part: number): ReadPart {
  const mapping = given ?? (sheet.guess === true ? guessMapping(sheet.json) : undefined);
  const at = (field: string): Json | undefined => {
    const wanted = mapped(mapping, field);
    if (wanted === undefined) return undefined;
    return sheet.questions.find((question) => isNamed(question, wanted))?.value ?? valueAt(sheet.json, wanted);
  };
  const eventId = eventIdOf(textOf(at("eventId")) ?? sheet.eventId, delivery, part, sheet.repeats);
  const purchase = readPurchase((field) => (mapped(mapping, field) === undefined ? purchasePart(sheet, field) : at(field)));
  if (purchase.kind === "problem") return { ...purchase, field: mapped(mapping, purchase.field) ?? purchase.field, eventId };
  const typed = sheet.questions.filter(({ role }) => role !== "hidden");
  const { details, used, emailField } = detailsOf({ ...sheet, questions: typed }, mapping);
  const consent = agreementOf(sheet, typed, at("consent"));
  const apart = new Set<Question>([...used, ...consent.used, ...typed.filter(({ key, title }) => isCampaign(key) || isCampaign(title))]);
  const draft: Extracted = {
    ...details,
    ...(consent.consent === undefined ? {} : { consent: consent.consent }),
    ...(details.consentText === undefined && consent.consentText !== undefined ? { consentText: consent.consentText } : {}),
    utm: { ...campaignOf(sheet, sheet.questions), ...mappedUtm(mapping, at) },
    hidden: hiddenOf(sheet),
    answers: [
      ...typed.filter((question) => !apart.has(question)).flatMap((question) => answersTo(question, mapping)),
      ...mappedAnswers(sheet, mapping),
    ],
    ...(purchase.kind === "purchase" ? { purchase: purchase.purchase } : {}),
    eventId,
  };
  const finished = finishArrival(draft, mapped(mapping, "email") ?? emailField ?? sheet.emailField ?? "email");
  return { ...finished, eventId };
}

/** What an event is known by where its sender gives it no id. */
export type DeliveredBytes = Pick<Delivery, "headers" | "body" | "receivedAt">;

/** The id of one part of a delivery: the sender's own; a header's, or the very bytes', numbered where there are several parts. */
export function eventIdOf(own: string | undefined, { headers, body, receivedAt }: DeliveredBytes, part: number, repeats = false): string {
  const given = givenEventId(own);
  if (given !== undefined) return given;
  const ofBody = repeats && receivedAt !== undefined ? eventIdOfPost(body, receivedAt) : eventIdOfBody(body);
  const ofDelivery = givenEventId(headers["webhook-id"] ?? headers["idempotency-key"]) ?? ofBody;
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

function mappedUtm(mapping: Mapping | undefined, at: (field: string) => Json | undefined): Extracted["utm"] {
  const utm: Record<string, string> = {};
  for (const field of Object.keys(mapping ?? {})) {
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
function answersTo(question: Question, mapping: Mapping | undefined): Extracted["answers"] {
  const { key, title, value } = question;
  if (value === undefined) return [];
  const name = Object.entries(mapping ?? {}).find(([field, wanted]) => !hasMeaning(field) && isNamed(question, wanted))?.[0];
  return [{ key: name ?? key, title, value }];
}

/** What the mapping names by a path, and no question holds. */
function mappedAnswers({ questions, json }: Sheet, mapping: Mapping | undefined): Extracted["answers"] {
  return Object.entries(mapping ?? {}).flatMap(([field, wanted]) => {
    if (hasMeaning(field) || questions.some((question) => isNamed(question, wanted))) return [];
    const value = answerOf(valueAt(json, wanted));
    return value === undefined ? [] : [{ key: field, title: field, value }];
  });
}

function hasMeaning(field: string): boolean {
  return fieldsWithMeaning.has(field) || /^(?:utm|purchase)\./.test(field);
}
