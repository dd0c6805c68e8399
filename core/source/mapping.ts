import * as z from "zod";

/**
 * From a field of the extracted shape to where it stands: a question's key, id or title, or a path of keys and indexes in the
 * sender's JSON, as `data.contact.email`.
 */
export const mappingSchema = z.record(z.string(), z.string());
export type Mapping = z.infer<typeof mappingSchema>;

/** Where a mapping says a field stands. Only its own keys count. */
export function mapped(mapping: Mapping | undefined, field: string): string | undefined {
  return mapping !== undefined && Object.hasOwn(mapping, field) ? mapping[field] : undefined;
}
