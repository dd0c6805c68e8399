import { agrees } from "#core/submission/consent-answer.ts";
import { eventIdOfBody, givenEventId } from "#core/submission/event-id.ts";
import { finishArrival, type ReadArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import { guessMapping } from "./guess-mapping.ts";
import { answerOf, type Json, textOf } from "./json.ts";
import { detailNames, utmNames } from "./mapped-fields.ts";
import { valueAt } from "./path.ts";
import { readPurchase } from "./read-purchase.ts";
import type { Mapping } from "./source.ts";

/** One delivery of a JSON webhook: its value, its bytes, and the event's id where a header gave one. */
export interface JsonDelivery {
  readonly json: Json;
  readonly body: Uint8Array;
  readonly headerEventId: string | undefined;
}

const fieldsWithMeaning: ReadonlySet<string> = new Set([...detailNames, "consent", "eventId"]);

/**
 * Reads any sender's JSON by a mapping from our fields to its paths; by a guess at common keys where no mapping is given.
 * What is mapped and is none of the details every source shares becomes an answer under its own name.
 */
export function readJson(delivery: JsonDelivery, given: Mapping | undefined): ReadArrival {
  const mapping = given ?? guessMapping(delivery.json);
  const at = (field: string): Json | undefined => {
    const path = Object.hasOwn(mapping, field) ? mapping[field] : undefined;
    return path === undefined ? undefined : valueAt(delivery.json, path);
  };
  const consent = at("consent");
  const purchase = readPurchase(at);
  if (purchase.kind === "problem") return { ...purchase, field: mapping[purchase.field] ?? purchase.field };
  const draft: Extracted = {
    ...texts(detailNames, (name) => textOf(at(name))),
    ...(consent === undefined || consent === null ? {} : { consent: agrees(textOf(consent)) }),
    utm: texts(utmNames, (name) => textOf(at(`utm.${name}`))),
    hidden: {},
    answers: answersOf(mapping, at),
    ...(purchase.kind === "purchase" ? { purchase: purchase.purchase } : {}),
    eventId: givenEventId(textOf(at("eventId"))) ?? givenEventId(delivery.headerEventId) ?? eventIdOfBody(delivery.body),
  };
  return finishArrival(draft, mapping["email"] ?? "email");
}

function answersOf(mapping: Mapping, at: (field: string) => Json | undefined): Extracted["answers"] {
  return Object.keys(mapping)
    .filter((field) => !fieldsWithMeaning.has(field) && !/^(?:utm|purchase)\./.test(field))
    .flatMap((field) => {
      const value = answerOf(at(field));
      return value === undefined ? [] : [{ key: field, title: field, value }];
    });
}

function texts<Name extends string>(names: readonly Name[], read: (name: Name) => string | undefined): { [N in Name]?: string } {
  const found: { [N in Name]?: string } = {};
  for (const name of names) {
    const text = read(name);
    if (text !== undefined) found[name] = text;
  }
  return found;
}
