import { type Field, fieldLabel } from "#core/form/field.ts";
import type { FieldProblem } from "#core/form/field-problem.ts";
import type { Form } from "#core/form/form.ts";
import type { FormField } from "#core/form/read-form.ts";

/** A form as a page: what it was filled with, if it is shown again, and what has to be mended. */
export interface ShownForm {
  readonly form: Form;
  readonly company: string;
  readonly language: string;
  readonly values: readonly FormField[];
  readonly problems: readonly FieldProblem[];
  /** What is asked, in the order of the form. */
  readonly asked: readonly Field[];
}

/** The boxes of agreement a form ends with: to mail, and to be measured where it asks for that too. None is ever ticked in advance. */
export function agreementsOf({
  consent,
  measurement,
}: Form): readonly { readonly field: string; readonly text: Readonly<Record<string, string>> }[] {
  return measurement === undefined ? [consent] : [consent, measurement];
}

/** Whether everything but the address may be left empty: then one sentence says so, instead of a word at every field. */
export function asksOnlyEmail({ fields }: Form): boolean {
  return fields.length > 1 && fields.every((field) => field.type === "email" || !field.required);
}

/** A field as its reader knows it. */
export function labelOf({ fields }: Form, name: string, language: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? name : fieldLabel(field, language);
}
