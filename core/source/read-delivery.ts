import type { Delivery } from "./delivery.ts";
import { kindOf } from "./kinds/registry.ts";
import type { ReadPart } from "./read-part.ts";
import { delivered } from "./reading/delivered.ts";
import { eventIdOf } from "./reading/finish-sheet.ts";
import { payloadOf } from "./reading/payload.ts";
import { readPart } from "./reading/read-part.ts";
import type { Question, SheetPart } from "./sheet.ts";
import type { Source } from "./source.ts";

/** Reads a delivery in the way its source's kind is read. There is always a part; several where the sender puts several events into one. */
export function readDelivery(source: Pick<Source, "kind" | "mapping">, delivery: Delivery): readonly ReadPart[] {
  const parts = kindOf(source.kind).read(payloadOf(delivery), delivery);
  const came = delivered(delivery);
  const read = parts.map((part, index) => readPart(withFiles(part, delivery), source.mapping, came, index));
  return read.length > 0 ? read : [{ kind: "ignored", because: "The delivery holds no event.", eventId: eventIdOf(undefined, came, 0) }];
}

/** Files that came along were dropped; their names stand among the answers, so that somebody can ask for them. */
function withFiles(part: SheetPart, { decoded }: Pick<Delivery, "decoded">): SheetPart {
  const files = decoded.kind === "fields" ? (decoded.files ?? []).filter(({ fileName }) => fileName !== "") : [];
  if (part.kind !== "sheet" || files.length === 0) return part;
  const asked = files.map(({ field, fileName }): Question => ({ key: field, title: field, role: "file", value: fileName }));
  return { ...part, questions: [...part.questions, ...asked] };
}
