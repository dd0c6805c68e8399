import type { Delivery } from "../delivery.ts";
import { entriesOf, isObject, type Json, textOf } from "../json.ts";
import { detailNames, type DetailName, type purchaseNames } from "../mapped-fields.ts";
import { type Path, pathTo } from "../path.ts";
import type { Question, Sheet, SheetPart } from "../sheet.ts";

/** One path, or several of which the first that leads to something counts. */
type Places = string | readonly string[];

/** Where things stand in one event of a sender. Paths start at the event; those of `outer` at the whole payload. */
export interface SheetSpec {
  /** Where several events stand in one delivery, each an arrival of its own. A payload that is a list holds its events itself. */
  readonly events?: string;
  /** Where the event's type stands, which types are arrivals, and what the others are; an event that tells no type is taken. */
  readonly type?: { readonly at: string; readonly takes: readonly string[]; readonly others: string };
  /** What must be there for the body to be this sender's. */
  readonly needs?: Places;
  readonly eventId?: Places | ((event: Json) => string | undefined);
  /** Whether the same body may rightly come again: a form that gives its posts no id, and which one person may send every month. */
  readonly repeats?: boolean;
  /** A header that holds the event's id. */
  readonly eventIdHeader?: string;
  readonly details?: { readonly [N in DetailName]?: Places };
  readonly questions?: (event: Json, payload: Json) => readonly Question[];
  /** Objects whose scalars were hidden in the page. */
  readonly hidden?: Places;
  /** An object whose `utm_…` are the campaign's. */
  readonly utm?: string;
  readonly page?: Places;
  readonly consent?: (event: Json) => boolean | undefined;
  readonly purchase?: { readonly [N in (typeof purchaseNames)[number]]?: Places };
  /** Why an event that is of the right type is no arrival all the same. */
  readonly passesOver?: (event: Json) => string | undefined;
  readonly emailField?: string;
}

type At = (event: Json) => Json | undefined;

/** A reader of deliveries made from a description of where things stand in them. `name` is the sender's, for what it refuses. */
export function sheets(name: string, spec: SheetSpec): (payload: Json, delivery: Pick<Delivery, "headers">) => readonly SheetPart[] {
  const read = eventReader(name, spec);
  const events = spec.events === undefined ? undefined : pathTo(spec.events);
  return (payload, { headers }) => {
    const found = Array.isArray(payload) ? payload : (events?.(payload) ?? payload);
    const ofHeader = spec.eventIdHeader === undefined ? undefined : headers[spec.eventIdHeader];
    return (Array.isArray(found) && found.length > 0 ? found : [found])
      .slice(0, mostEvents)
      .map((event: Json) => read(event, payload, ofHeader));
  };
}

/** More than any sender puts into one delivery (HubSpot: 100). */
const mostEvents = 500;

function eventReader(name: string, spec: SheetSpec): (event: Json, payload: Json, headerEventId: string | undefined) => SheetPart {
  const type = spec.type === undefined ? undefined : pathTo(spec.type.at);
  const needs = spec.needs === undefined ? undefined : present(spec.needs);
  const eventId = typeof spec.eventId === "function" ? spec.eventId : text(spec.eventId);
  const page = text(spec.page);
  const hidden = spec.hidden === undefined ? [] : list(spec.hidden).map(pathTo);
  const utm = spec.utm === undefined ? undefined : pathTo(spec.utm);
  const details = detailNames.flatMap((detail) => {
    const places = spec.details?.[detail];
    return places === undefined ? [] : [[detail, text(places)] as const];
  });
  const purchase = Object.entries(spec.purchase ?? {}).map(([part, places]) => [part, present(places)] as const);

  return (event, payload, headerEventId) => {
    const ownId = eventId(event) ?? headerEventId;
    const told = textOf(type?.(event));
    if (told !== undefined && spec.type !== undefined && !spec.type.takes.includes(told)) {
      return { kind: "ignored", because: `${name}'s ${told.slice(0, 100)} ${spec.type.others}`, eventId: ownId };
    }
    if (!isObject(event) || (needs !== undefined && needs(event) === undefined)) return notOf(name, spec);
    const because = spec.passesOver?.(event);
    if (because !== undefined) return { kind: "ignored", because, eventId: ownId };
    const sheet: Sheet = {
      kind: "sheet",
      eventId: ownId,
      details: details.length === 0 ? undefined : Object.fromEntries(details.map(([detail, at]) => [detail, at(event)])),
      questions: spec.questions?.(event, payload) ?? [],
      hidden: hidden.length === 0 ? undefined : Object.fromEntries(hidden.flatMap((at) => textsIn(at(event)))),
      utm: utm === undefined ? undefined : Object.fromEntries(textsIn(utm(event))),
      page: page(event),
      consent: spec.consent?.(event),
      purchase: purchase.length === 0 ? undefined : Object.fromEntries(purchase.map(([part, at]) => [part, at(event)])),
      json: event,
      repeats: spec.repeats,
      emailField: spec.emailField,
    };
    return sheet;
  };
}

function notOf(name: string, { needs }: SheetSpec): SheetPart {
  return {
    kind: "unreadable",
    field: needs === undefined ? "body" : (list(needs)[0] ?? "body"),
    problem: `This is not a delivery as ${name} sends it.`,
    remedy: `Point ${name}'s webhook at this address; for any other sender make a source of its own kind, or of the kind json.`,
  };
}

/** The scalars of an object, as texts. */
export function textsIn(value: Json | undefined): readonly (readonly [string, string])[] {
  return entriesOf(value).flatMap(([key, inner]) => {
    const said = textOf(inner);
    return said === undefined ? [] : [[key, said] as const];
  });
}

function list(places: Places): readonly string[] {
  return typeof places === "string" ? [places] : places;
}

/** What stands at the first of some places where something stands. */
function present(places: Places): At {
  const paths: readonly Path[] = list(places).map(pathTo);
  return (event) => {
    for (const path of paths) {
      const value = path(event);
      const isEmpty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
      if (!isEmpty) return value;
    }
    return undefined;
  };
}

function text(places: Places | undefined): (event: Json) => string | undefined {
  if (places === undefined) return () => undefined;
  const paths: readonly Path[] = list(places).map(pathTo);
  return (event) => {
    for (const path of paths) {
      const said = textOf(path(event));
      if (said !== undefined) return said;
    }
    return undefined;
  };
}
