import type { Delivery } from "./delivery.ts";
import type { Json } from "./json.ts";
import { kindOf } from "./kinds/registry.ts";
import type { FetchPlan } from "./fetch-plan.ts";
import type { ReadPart } from "./read-part.ts";
import { type Delivered, delivered } from "./reading/delivered.ts";
import { eventIdOf, finishSheet } from "./reading/finish-sheet.ts";
import { payloadOf } from "./reading/payload.ts";
import type { Question, SheetPart } from "./sheet.ts";
import type { Source } from "./source.ts";

/** Reads a delivery in the way its source's kind is read. There is always a part; several where the sender puts several events into one. */
export function readDelivery(source: Pick<Source, "kind" | "mapping">, delivery: Delivery): readonly ReadPart[] {
  const parts = kindOf(source.kind).read(payloadOf(delivery), delivery);
  const came = delivered(delivery);
  const read = parts.map((part, index) => readPart(withFiles(part, delivery), source.mapping, came, index));
  return read.length > 0 ? read : [{ kind: "ignored", because: "The delivery holds no event.", eventId: eventIdOf(undefined, came, 0) }];
}

/** Reads what a part's requests were answered. `delivery` is the one the part came in, for what the event itself told. */
export function readFetched(
  source: Pick<Source, "kind" | "mapping">,
  part: { readonly plan: FetchPlan; readonly eventId: string },
  answers: readonly Json[],
): ReadPart {
  const { readFetched: read } = kindOf(source.kind);
  if (read === undefined) return { kind: "ignored", because: "This kind of source asks for nothing.", eventId: part.eventId };
  const sheet = read(answers, part.plan.about);
  const known = sheet.kind === "sheet" ? { ...sheet, eventId: part.eventId } : sheet;
  return { ...readPart(known, source.mapping, { headers: {}, idOfBody: () => part.eventId }, 0), eventId: part.eventId };
}

/** Files that came along were dropped; their names stand among the answers, so that somebody can ask for them. */
function withFiles(part: SheetPart, { decoded }: Pick<Delivery, "decoded">): SheetPart {
  const files = decoded.kind === "fields" ? (decoded.files ?? []).filter(({ fileName }) => fileName !== "") : [];
  if (part.kind !== "sheet" || files.length === 0) return part;
  const asked = files.map(({ field, fileName }): Question => ({ key: field, title: field, role: "file", value: fileName }));
  return { ...part, questions: [...part.questions, ...asked] };
}

function readPart(part: SheetPart, mapping: Source["mapping"], delivery: Delivered, index: number): ReadPart {
  switch (part.kind) {
    case "sheet":
      return finishSheet(part, mapping, delivery, index);
    case "ignored":
      return { kind: "ignored", because: part.because, eventId: eventIdOf(part.eventId, delivery, index) };
    case "unreadable":
      return {
        kind: "problem",
        code: "not-this-kind",
        field: part.field,
        problem: part.problem,
        remedy: part.remedy,
        eventId: eventIdOf(undefined, delivery, index),
      };
    case "fetch":
      return { kind: "fetch", plan: part.plan, eventId: eventIdOf(part.eventId, delivery, index) };
  }
}
