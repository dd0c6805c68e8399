import type { ArrivalProblem } from "#core/submission/read-arrival.ts";

/** What a field's own rules find wrong. */
export const fieldProblemCodes = [
  "field-empty",
  "choice-missing",
  "box-unticked",
  "not-a-number",
  "number-too-small",
  "number-too-large",
  "not-a-date",
  "date-too-early",
  "date-too-late",
  "not-a-phone",
  "not-a-page",
  "text-too-short",
  "text-too-long",
  "text-pattern",
  "address-shared",
  "address-thrown-away",
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** What is wrong with one field of a post. `limit` is the bound it breaks, `message` the form's own words for it, by language. */
export interface FieldProblem {
  readonly field: string;
  readonly code: FieldProblemCode | ArrivalProblem["code"];
  readonly problem: string;
  readonly remedy: string;
  readonly limit?: string | number;
  readonly message?: Readonly<Record<string, string>>;
}
