import { peopleQuerySchema } from "#core/search/saved-view.ts";
import * as z from "zod";
import { findPeople } from "#functions/work/find-people.ts";
import { writePeople } from "#functions/work/write-people.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, problem, route } from "../route.ts";

const pageSchema = z.object({
  csv: z.string().describe("lines of a CSV file (RFC 4180) in UTF-8; the first page begins with the names of the columns"),
  people: z.number(),
  next: z.string().nullable(),
});

const list = route({
  method: "get",
  path: "/api/people/export",
  summary: "Everybody a list shows as CSV, page by page: put the pages together for the whole file, however large",
  allow: "people:export",
  request: { query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(500).default(500), ...peopleQuerySchema.shape }) },
  responses: {
    200: json(pageSchema, "A page of the file. Cells that a spreadsheet would run are made harmless."),
    400: problem("The cursor is not one."),
  },
});

export function exportRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { stores, definitions, runtime } = workshop;

  app.openapi(list, async (c) => {
    const { limit, cursor, sort = "name", ...query } = c.req.valid("query");
    const { declarations, scoring } = await definitions.judging();
    const now = runtime.now();
    const page = await findPeople(stores, { ...query, sort }, pageRequest({ limit, cursor }), now);
    const people = await stores.people.several(page.items.map(({ id }) => id));
    const csv = writePeople(people, { attributes: Object.keys(declarations), scoring, now, heading: cursor === undefined });
    return c.json({ csv, people: people.length, next: page.next ?? null }, 200);
  });
}
