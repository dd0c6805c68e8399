import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { dueViewSchema, pageOf } from "#contract/api.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, security } from "../route.ts";
import { dueView } from "../views/due.ts";

const route = createRoute({
  method: "get",
  path: "/api/due",
  summary: "What is due next, soonest first, and why it waits",
  security,
  request: { query: pageQuery },
  responses: { 200: json(pageOf(dueViewSchema), "A page of what waits.") },
});

export function dueRoutes(app: OpenAPIHono, { workshop }: ApiContext): void {
  app.openapi(route, async (c) => {
    const page = await workshop.stores.due.upcoming(pageRequest(c.req.valid("query")));
    const items = await Promise.all(page.items.map((item) => dueView(workshop, item)));
    return c.json({ items: items.flatMap((item) => (item === undefined ? [] : [item])), next: page.next ?? null }, 200);
  });
}
