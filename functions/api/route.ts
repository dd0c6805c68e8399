import * as z from "zod";
import { problemSchema } from "#contract/api.ts";

/** A JSON answer as OpenAPI describes it. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { content: { "application/json": { schema } }, description };
}

/** A problem document as OpenAPI describes it. */
export function problem(description: string) {
  return { content: { "application/problem+json": { schema: problemSchema } }, description };
}

export const security = [{ token: [] }];

/** What every list takes: how many, and from where. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
});

/** The store's page request: a cursor that is not there is left out. */
export function pageRequest(query: z.infer<typeof pageQuery>): { readonly limit: number; readonly cursor?: string } {
  return query.cursor === undefined ? { limit: query.limit } : { limit: query.limit, cursor: query.cursor };
}
