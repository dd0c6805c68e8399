import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { callItemSchema } from "#contract/people.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, route } from "../route.ts";
import { personSummary, phoneOf } from "../views/person.ts";
import { timelineItem } from "../views/timeline.ts";

const list = route({
  method: "get",
  path: "/api/calls",
  summary: "Whom to call now and why, the most urgent first",
  allow: "people:read",
  request: {
    query: pageQuery.extend({
      limit: z.coerce.number().int().min(1).max(50).default(12),
      mine: z.stringbool().default(false).describe("only those whose owner one is, and those who have none"),
    }),
  },
  responses: { 200: json(pageOf(callItemSchema), "A page of people, each with what happened last.") },
});

export function callRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { stores, definitions, runtime } = workshop;

  app.openapi(list, async (c) => {
    const { mine, ...query } = c.req.valid("query");
    const caller = c.get("caller");
    const { scoring } = await definitions.judging();
    const page = await stores.people.listed({ by: "call" }, pageRequest(query));
    const email = caller.kind === "member" ? caller.email : "";
    const shown = mine ? page.items.filter((person) => person.owner === undefined || person.owner.toLowerCase() === email) : page.items;
    const items = await Promise.all(
      shown.map(async (person) => {
        const [last] = (await stores.timeline.page(person.id, { limit: 1 })).items;
        return {
          person: { ...personSummary(person, scoring, runtime.now()), phone: phoneOf(person) },
          last: last === undefined ? null : timelineItem(last),
        };
      }),
    );
    return c.json({ items, next: page.next ?? null }, 200);
  });
}
