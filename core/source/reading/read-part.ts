import type { ReadPart } from "../read-part.ts";
import type { SheetPart } from "../sheet.ts";
import type { Source } from "../source.ts";
import type { Delivered } from "./delivered.ts";
import { eventIdOf, finishSheet } from "./finish-sheet.ts";

/** One part as it is taken in: its sheet finished by the mapping, or what keeps it from being one. */
export function readPart(part: SheetPart, mapping: Source["mapping"], delivery: Delivered, index: number): ReadPart {
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
