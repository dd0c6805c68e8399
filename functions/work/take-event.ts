import { createHash } from "node:crypto";
import { readAddress } from "#core/address/normalise-address.ts";
import { isId } from "#core/id/id.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { type EventRequest, eventRequestSchema, type EventResult } from "#contract/events.ts";
import { minute } from "#core/time/instant.ts";
import { applyActivity, type AppliedActivity } from "./apply-activity.ts";
import { applyPurchase } from "./apply-purchase.ts";
import type { Workshop } from "./workshop.ts";

/** How far ahead of our clock an event may be said to have happened. */
const ahead = 5 * minute;

/** What became of one event, and the runs it began. */
export interface TakenEvent {
  readonly result: EventResult;
  /** Why it was refused, if it was. */
  readonly because?: "invalid" | "unknown-person" | "not-agreed";
  readonly started: readonly Enrollment[];
}

/**
 * Takes one event in, whoever brings it: the API or the bus. It is done when this answers `accepted`, and nothing is kept of
 * one that is refused. Told again under its id, it changes nothing.
 */
export async function takeEvent(workshop: Workshop, told: unknown): Promise<TakenEvent> {
  const read = eventRequestSchema.safeParse(told);
  if (!read.success) return refused("invalid", idOf(told), problemOf(told));
  const event = read.data;
  const now = workshop.runtime.now();
  const at = event.at === undefined ? now : Date.parse(event.at);
  if (at > now + ahead) {
    return refused("invalid", event.id, {
      field: "at",
      problem: "It is said to happen in the future.",
      remedy: "Send events once they have happened, in UTC or with an offset.",
    });
  }
  if (!("personId" in event) || event.personId === undefined) {
    const address = readAddress(event.email ?? "");
    if (address.kind === "impossible")
      return refused("invalid", event.id, { field: "email", problem: address.problem, remedy: address.remedy });
  }
  const applied = await apply(workshop, event, at);
  switch (applied.kind) {
    case "applied":
      return { started: applied.started, result: { ...nothingWrong(event.id), status: "accepted", personId: applied.person.id } };
    case "done-before":
      return { started: [], result: { ...nothingWrong(event.id), status: "duplicate" } };
    case "unknown-person":
      return refused("unknown-person", event.id, {
        field: "personId" in event && event.personId !== undefined ? "personId" : "email",
        problem: "Nobody in the base is called so.",
        remedy: "Events make nobody: let them arrive by a form, a source or an import first. A purchase does make a client.",
      });
    case "not-agreed":
      return refused("not-agreed", event.id, {
        field: "type",
        problem: "They have not agreed to be measured, so that looks at pages are not kept.",
        remedy: "Ask for it in a form: its consent to measurement.",
      });
  }
}

async function apply(workshop: Workshop, event: EventRequest, at: number): Promise<AppliedActivity> {
  if ("amount" in event) {
    const { id, email, amount, currency } = event;
    return applyPurchase(workshop, { id, email, amount, currency, at: new Date(at).toISOString() }, at);
  }
  const { type: name, url, properties, personId, email } = event;
  const activity = { name, ...(url === undefined ? {} : { url }), ...(properties === undefined ? {} : { properties }) };
  const doer = personId === undefined ? { email: email ?? "" } : isId("person", personId) ? { personId } : undefined;
  if (doer === undefined) return { kind: "unknown-person" };
  return applyActivity(workshop, doer, { id: event.id ?? idOfContent(event, at), at, activity });
}

/** Two that say the same of the same instant are one. */
function idOfContent(event: EventRequest, at: number): string {
  return createHash("sha256")
    .update(JSON.stringify([event, at]))
    .digest("hex");
}

function nothingWrong(id: string | undefined): Omit<EventResult, "status"> {
  return { id: id ?? null, personId: null, field: null, problem: null, remedy: null };
}

function refused(
  because: NonNullable<TakenEvent["because"]>,
  id: string | undefined,
  why: { readonly field: string; readonly problem: string; readonly remedy: string },
): TakenEvent {
  return { because, started: [], result: { ...nothingWrong(id), status: "refused", ...why } };
}

function idOf(told: unknown): string | undefined {
  return typeof told === "object" && told !== null && "id" in told && typeof told.id === "string" ? told.id.slice(0, 200) : undefined;
}

/** What is wrong with what cannot be read, by the shape its `type` asks for: a union alone would name neither. */
function problemOf(told: unknown): { readonly field: string; readonly problem: string; readonly remedy: string } {
  const isPurchase = typeof told === "object" && told !== null && "type" in told && told.type === "purchase";
  const [purchase, activity] = eventRequestSchema.options;
  const read = (isPurchase ? purchase : activity).safeParse(told);
  const [issue] = read.error?.issues ?? [];
  const field = issue?.path.map(String).join(".") ?? "";
  return {
    field: field === "" ? "event" : field,
    problem: issue === undefined ? "It cannot be read." : `${issue.message}.`,
    remedy: 'Write it as {"type": "trial.started", "email": "zoe@example.com"}; see /api/openapi.json.',
  };
}
