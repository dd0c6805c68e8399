import { pageOf, type SourceView, sourceRequestSchema, sourceViewSchema } from "#contract/api.ts";
import { newId } from "#core/id/id.ts";
import { createSource } from "#core/source/create-source.ts";
import type { Source } from "#core/source/source.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { json, problem, route } from "../route.ts";

const create = route({
  method: "post",
  path: "/api/sources",
  summary: "Wire up a sender of webhooks: answers the address to give it",
  allow: "sources:manage",
  request: { body: { content: { "application/json": { schema: sourceRequestSchema } }, required: true } },
  responses: {
    201: json(sourceViewSchema, "The source, with the `url` to deliver to."),
    400: problem("The request or its mapping is not valid."),
  },
});

const list = route({
  method: "get",
  path: "/api/sources",
  summary: "The senders of webhooks",
  allow: "sources:read",
  responses: { 200: json(pageOf(sourceViewSchema), "All sources. Secrets are never shown again.") },
});

export function sourceRoutes(app: ApiApp, context: ApiContext): void {
  const { stores, runtime, publicUrl } = context.workshop;

  app.openapi(create, async (c) => {
    const now = runtime.now();
    const created = createSource(c.req.valid("json"), newId("source", now, runtime.random(10)), now);
    if (created.kind === "problem") {
      return answerProblem(c, 400, "invalid-request", { detail: created.problem, field: created.field, remedy: created.remedy }) as never;
    }
    await stores.sources.create(created.source);
    const { id, kind, name, basis } = created.source;
    await audit(c, context, { action: "source.made", subject: { kind: "source", id }, to: { kind, name, basis } });
    return c.json(sourceView(created.source, publicUrl), 201);
  });

  app.openapi(list, async (c) => {
    const sources = await stores.sources.list();
    return c.json({ items: sources.map((source) => sourceView(source, publicUrl)), next: null }, 200);
  });
}

function sourceView(source: Source, publicUrl: string): SourceView {
  return {
    id: source.id,
    kind: source.kind,
    name: source.name,
    url: `${publicUrl}/hooks/${source.id}`,
    signed: source.secrets.length > 0,
    mapping: source.mapping ?? null,
    basis: source.basis,
    createdAt: toIso(source.createdAt),
  };
}
