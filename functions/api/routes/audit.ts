import * as z from "zod";
import { auditViewSchema, pageOf } from "#contract/api.ts";
import type { AuditFilter } from "#core/ports/audit-store.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { answerProblem } from "../problems.ts";
import { json, pageQuery, pageRequest, problem, route } from "../route.ts";

const list = route({
  method: "get",
  path: "/api/audit",
  summary: "Every change that was made, newest first: by whom, from what, to what",
  allow: "audit:read",
  request: {
    query: pageQuery.extend({
      by: z.string().max(100).optional().describe("the id of a member or a key: their changes only"),
      kind: z.string().max(40).optional().describe("changes to this kind of thing only, as `person` or `sequence`; not together with `by`"),
    }),
  },
  responses: { 200: json(pageOf(auditViewSchema), "A page of the log."), 400: problem("Both `by` and `kind` were asked for.") },
});

export function auditRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    const query = c.req.valid("query");
    if (query.by !== undefined && query.kind !== undefined) {
      return answerProblem(c, 400, "invalid-request", {
        detail: "The log is read by one key at a time.",
        field: "kind",
        remedy: "Ask by `by` or by `kind`.",
      }) as never;
    }
    const page = await workshop.stores.audit.page({ ...pageRequest(query), ...filterOf(query) });
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

function filterOf({ by, kind }: { readonly by?: string | undefined; readonly kind?: string | undefined }): { readonly only?: AuditFilter } {
  if (by !== undefined) return { only: { by } };
  return kind === undefined ? {} : { only: { kind } };
}
