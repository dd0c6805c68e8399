import type { Json } from "../json.ts";
import type { SheetPart } from "../sheet.ts";

/** Reads JSON of nobody we know: all is left to the source's mapping, or to a guess at common keys. */
export function jsonSheets(payload: Json): readonly SheetPart[] {
  return [{ kind: "sheet", questions: [], json: payload, guess: true }];
}
