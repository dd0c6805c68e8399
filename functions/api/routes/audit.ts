import { auditViewSchema, pageOf } from "#contract/api.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, route } from "../route.ts";

const list = route({
  method: "get",
  path: "/api/audit",
  summary: "Every change that was made, newest first: by whom, from what, to what",
  allow: "audit:read",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(auditViewSchema), "A page of the log.") },
});

export function auditRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    const page = await workshop.stores.audit.page(pageRequest(c.req.valid("query")));
    const items = page.items.map((entry) => ({
      ...entry,
      at: toIso(entry.at),
      from: entry.from ?? null,
      to: entry.to ?? null,
      reason: entry.reason ?? null,
    }));
    return c.json({ items, next: page.next ?? null }, 200);
  });
}
