import type { Json } from "../json.ts";
import type { SheetPart } from "../sheet.ts";
import { sheets, type SheetSpec } from "./sheets.ts";

/** A reader of what a vendor's API answered to one request, from the same kind of description. */
export function sheetsOfFetched(name: string, spec: SheetSpec): (answers: readonly Json[]) => SheetPart {
  const read = sheets(name, spec);
  return ([answer = null]) => read(answer, { headers: {} })[0] ?? { kind: "ignored", because: `${name} answered nothing.` };
}
