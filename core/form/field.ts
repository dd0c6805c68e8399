import * as z from "zod";
import { textIn } from "./text-in.ts";

const textsSchema = z.record(z.string(), z.string());

export const fieldTypes = ["text", "email", "tel", "textarea", "number", "date", "url", "select", "radio", "checkbox", "hidden"] as const;
export type FieldType = (typeof fieldTypes)[number];

const boundSchema = z.union([z.number(), z.string()]);

/**
 * One thing a form asks for. A checkbox without choices is a yes or nothing; with choices, any number of them. Whatever is not
 * written was not there when older versions were published: every part but name and type may be absent.
 */
export const fieldSchema = z.strictObject({
  name: z.string(),
  label: textsSchema.optional().describe("what its reader sees; a hidden field has none"),
  type: z.enum(fieldTypes),
  required: z.boolean().default(false),
  attribute: z.string().optional().describe("the person's attribute it fills; the field's own name where that is one"),
  choices: z.array(z.strictObject({ value: z.string(), label: textsSchema })).optional(),
  help: textsSchema.optional().describe("a sentence under the label"),
  placeholder: textsSchema.optional().describe("an example shown in the empty field; never the only explanation"),
  min: boundSchema.optional().describe("the least number, or the first day as 2026-01-31"),
  max: boundSchema.optional().describe("the greatest number, or the last day as 2026-12-31"),
  minLength: z.number().int().min(1).max(8_000).optional().describe("in characters"),
  maxLength: z.number().int().min(1).max(8_000).optional().describe("in characters"),
  pattern: z
    .strictObject({ match: z.string(), message: textsSchema })
    .optional()
    .describe("what the whole value has to look like, and what is said to whoever wrote another"),
  ask: z.enum(["always", "when-unknown"]).optional().describe("`when-unknown`: not asked of somebody who has answered it before"),
  value: z.string().optional().describe("of a hidden field: what it says"),
  fromQuery: z.string().optional().describe("of a hidden field: the parameter of the page's address it is taken from"),
});
export type Field = z.infer<typeof fieldSchema>;

/** A field as its reader knows it. */
export function fieldLabel(field: Pick<Field, "name" | "label">, language: string | undefined): string {
  return textIn(field.label ?? {}, language) || field.name;
}

/** Whether it is asked of people: hidden fields say something by themselves. */
export function isAsked(field: Pick<Field, "type">): boolean {
  return field.type !== "hidden";
}

/** Whether there is one control for each of its choices, so that the field's label is that of a group. */
export function isGroup({ type, choices }: Pick<Field, "type" | "choices">): boolean {
  return type === "radio" || (type === "checkbox" && choices !== undefined);
}
