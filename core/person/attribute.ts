import * as z from "zod";

/** What a person answered. Money is `{amount, currency}` with the amount in the currency's main unit. */
export const attributeValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.object({ amount: z.number(), currency: z.string() }),
]);
export type AttributeValue = z.infer<typeof attributeValueSchema>;

/** An answer with its origin: when it was given, and by which submission (or other cause). */
export const attributeSchema = z.object({ value: attributeValueSchema, at: z.number(), from: z.string() });
export type Attribute = z.infer<typeof attributeSchema>;

export const attributeTypes = ["text", "number", "money", "date", "choice", "yes-no", "list"] as const;
export type AttributeType = (typeof attributeTypes)[number];

const textsSchema = z.record(z.string(), z.string()).describe("text by language");

/** What one attribute of a person may hold: declared in `templates/person.yaml`, seen by CEL conditions and by Liquid. */
export const attributeDeclarationSchema = z.strictObject({
  type: z.enum(attributeTypes),
  label: textsSchema,
  choices: z.array(z.strictObject({ value: z.string(), label: textsSchema })).optional(),
});
export type AttributeDeclaration = z.infer<typeof attributeDeclarationSchema>;
