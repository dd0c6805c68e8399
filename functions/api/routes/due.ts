import { dueViewSchema, pageOf } from "#contract/api.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, route } from "../route.ts";
import { dueView } from "../views/due.ts";

const list = route({
  method: "get",
  path: "/api/due",
  summary: "What is due next, soonest first, and why it waits",
  allow: "work:read",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(dueViewSchema), "A page of what waits.") },
});

export function dueRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    const page = await workshop.stores.due.upcoming(pageRequest(c.req.valid("query")));
    const items = await Promise.all(page.items.map((item) => dueView(workshop, item)));
    return c.json({ items: items.flatMap((item) => (item === undefined ? [] : [item])), next: page.next ?? null }, 200);
  });
}
