import * as z from "zod";
import { apiKeyRequestSchema, type ApiKeyView, apiKeyViewSchema, newApiKeySchema, pageOf } from "#contract/api.ts";
import { type ApiKey, createApiKey } from "#core/access/api-key.ts";
import { may } from "#core/access/caller.ts";
import { isId } from "#core/id/id.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { body, json, problem, route } from "../route.ts";
import { isoOrNull } from "../views/instants.ts";

const list = route({
  method: "get",
  path: "/api/keys",
  summary: "The keys of programs; their secrets are never shown again",
  allow: "keys:manage",
  responses: { 200: json(pageOf(apiKeyViewSchema), "All keys, revoked ones too.") },
});

const create = route({
  method: "post",
  path: "/api/keys",
  summary: "Make a key for a program, with no more scopes than one has oneself",
  allow: "keys:manage",
  request: { body: body(apiKeyRequestSchema) },
  responses: {
    201: json(newApiKeySchema, "The key, with its `token`: shown this once."),
    403: problem("A scope is not one's own to give."),
  },
});

const revoke = route({
  method: "delete",
  path: "/api/keys/{id}",
  summary: "Revoke a key, at once and for good",
  allow: "keys:manage",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 204: { description: "It opens nothing any more." }, 404: problem("No key has this id.") },
});

export function keyRoutes(app: ApiApp, context: ApiContext): void {
  const { stores, runtime } = context.workshop;

  app.openapi(list, async (c) => {
    const found = await stores.apiKeys.list();
    return c.json({ items: found.map(keyView).reverse(), next: null }, 200);
  });

  app.openapi(create, async (c) => {
    const { name, scopes } = c.req.valid("json");
    const caller = c.get("caller");
    const foreign = scopes.find((scope) => !may(caller, scope));
    if (foreign !== undefined) {
      return answerProblem(c, 403, "forbidden", {
        detail: `You may not give ${foreign}, for you have it not.`,
        field: "scopes",
        remedy: "Leave it out.",
      }) as never;
    }
    const { key, token } = createApiKey({ name, scopes: [...new Set(scopes)], by: caller.name }, runtime.now(), runtime.random(42));
    await stores.apiKeys.put(key);
    await audit(c, context, { action: "key.made", subject: { kind: "key", id: key.id }, to: { name, scopes: key.scopes } });
    c.set("confidential", true);
    return c.json({ ...keyView(key), token }, 201);
  });

  app.openapi(revoke, async (c) => {
    const { id } = c.req.valid("param");
    const key = isId("key", id) ? await stores.apiKeys.find(id) : undefined;
    if (key === undefined) {
      return answerProblem(c, 404, "not-found", { detail: "No key has this id.", field: "id", remedy: "See GET /api/keys." });
    }
    await stores.apiKeys.revoke(key.id, runtime.now());
    await audit(c, context, { action: "key.revoked", subject: { kind: "key", id: key.id }, from: { name: key.name } });
    return c.body(null, 204);
  });
}

function keyView(key: ApiKey): ApiKeyView {
  const { id, name, scopes, createdBy } = key;
  return {
    id,
    name,
    scopes,
    createdBy,
    createdAt: toIso(key.createdAt),
    usedAt: isoOrNull(key.usedAt),
    revokedAt: isoOrNull(key.revokedAt),
  };
}
