import { dueViewSchema, pageOf } from "#contract/api.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageRequest, route, workPageQuery } from "../route.ts";
import { dueViews } from "../views/due.ts";

const list = route({
  method: "get",
  path: "/api/due",
  summary: "What is due next, soonest first, and why it waits",
  allow: "work:read",
  request: { query: workPageQuery },
  responses: { 200: json(pageOf(dueViewSchema), "A page of what waits.") },
});

export function dueRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    const page = await workshop.stores.due.upcoming(pageRequest(c.req.valid("query")));
    return c.json({ items: [...(await dueViews(workshop, page.items))], next: page.next ?? null }, 200);
  });
}
