import * as z from "zod";
import { doubleOptInSchema } from "#core/consent/double-opt-in.ts";
import { fieldSchema } from "./field.ts";
import { protectionSchema } from "./protection.ts";

const textsSchema = z.record(z.string(), z.string());

/** A form people fill in: `templates/forms/<name>.yaml`. Fields not named here are kept as answers all the same. */
export const formSchema = z.strictObject({
  form: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: textsSchema,
  fields: z.array(fieldSchema),
  honeypot: z.string().describe("a field people do not see; who fills it is a machine"),
  consent: z.strictObject({
    basis: z.enum(["consent", "legitimate-interest"]),
    field: z.string().default("consent"),
    version: z.string(),
    text: textsSchema,
    doubleOptIn: doubleOptInSchema.optional().describe("asks whoever ticked the box once more, by mail; absent: the tick is enough"),
  }),
  measurement: z
    .strictObject({ field: z.string().default("measurement"), version: z.string(), text: textsSchema })
    .optional()
    .describe("a second box: whether their looks at the company's own pages may be counted"),
  askAtMost: z.number().int().min(1).max(50).optional().describe("questions at once, the address among them; what is required comes first"),
  protection: protectionSchema.optional(),
  thankYou: z.strictObject({ url: z.string().optional().describe("absent: Relance's own page"), title: textsSchema, text: textsSchema }),
});
export type Form = z.infer<typeof formSchema>;
