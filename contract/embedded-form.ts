import * as z from "zod";
import { fieldTypes } from "#core/form/field.ts";

/** One thing a form asks for, in its reader's language. */
const askedSchema = z.object({
  name: z.string(),
  type: z.enum(fieldTypes),
  label: z.string(),
  required: z.boolean().optional(),
  optional: z.boolean().optional().describe("whether a word says that it may be left empty"),
  help: z.string().optional(),
  placeholder: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  autocomplete: z.string().optional(),
  maxLength: z.number().optional(),
  min: z.string().optional(),
  max: z.string().optional(),
});
export type AskedField = z.infer<typeof askedSchema>;

/** A form as the script on a company's page draws it: `GET /forms/{form}/form.json?lang=fr`. */
export const embeddedFormSchema = z.object({
  language: z.string(),
  title: z.string(),
  fields: z.array(askedSchema).describe("with the boxes of consent, in the order they stand in"),
  hidden: z.array(z.object({ name: z.string(), value: z.string(), fromQuery: z.string().optional() })),
  remember: z
    .record(z.string(), z.string())
    .describe("by the fields' names, what the page may remember to have been answered, if whoever answers agrees to be measured"),
  trap: z.string().describe("a field that people do not see; what fills it is a machine"),
  texts: z.object({
    send: z.string(),
    optional: z.string(),
    choose: z.string(),
    leaveEmpty: z.string(),
    lookAgain: z.string(),
    failed: z.string(),
  }),
  token: z.string().describe("when it was shown, signed; it goes along with the post"),
  challenge: z
    .object({ script: z.string(), className: z.string(), siteKey: z.string() })
    .optional()
    .describe("a check against machines to draw"),
  style: z.string().describe("the few rules it needs, for a constructed sheet"),
  thankYou: z.object({ title: z.string(), text: z.string(), url: z.string().optional() }),
});
export type EmbeddedForm = z.infer<typeof embeddedFormSchema>;
