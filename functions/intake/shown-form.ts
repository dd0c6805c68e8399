import type { Form } from "#core/form/form.ts";
import type { FormField } from "#core/form/read-form.ts";
import { textIn } from "#core/form/text-in.ts";
import type { ArrivalProblem } from "#core/submission/read-arrival.ts";

/** A form as a page: what it was filled with, if it is shown again, and what has to be mended. */
export interface ShownForm {
  readonly form: Form;
  readonly company: string;
  readonly language: string;
  readonly values: readonly FormField[];
  readonly problem: ArrivalProblem | undefined;
}

/** Whether everything but the address may be left empty: then one sentence says so, instead of a word at every field. */
export function asksOnlyEmail({ fields }: Form): boolean {
  return fields.length > 1 && fields.every((field) => field.type === "email" || !field.required);
}

/** A field as its reader knows it. */
export function labelOf({ fields }: Form, name: string, language: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? name : textIn(field.label, language);
}
