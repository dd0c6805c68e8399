import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { savedViewRequestSchema, savedViewSchema } from "#contract/people.ts";
import { may } from "#core/access/caller.ts";
import { newId } from "#core/id/id.ts";
import { everybody, type SavedView } from "#core/search/saved-view.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit, changesNothing } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";

const list = route({
  method: "get",
  path: "/api/views",
  summary: "The lists of people one has given a name, and those that are everybody's",
  allow: "people:read",
  responses: { 200: json(pageOf(savedViewSchema), "All of them.") },
});

const create = route({
  method: "post",
  path: "/api/views",
  summary: "Give a list of people a name, for oneself or for everybody",
  allow: "people:read",
  request: { body: body(savedViewRequestSchema) },
  responses: { 201: json(savedViewSchema, "The view."), 409: problem("There are too many.") },
});

const change = route({
  method: "put",
  path: "/api/views/{id}",
  summary: "Give a view another name, or have it show something else",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }), body: body(savedViewRequestSchema.omit({ shared: true })) },
  responses: { 200: json(savedViewSchema, "The view."), 404: problem("One has no view of this id.") },
});

const remove = route({
  method: "delete",
  path: "/api/views/{id}",
  summary: "Forget a view; the people stay",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 204: { description: "It is gone." }, 404: problem("One has no view of this id.") },
});

/** Most views one owner keeps. */
const mostViews = 50;

export function savedViewRoutes(app: ApiApp, context: ApiContext): void {
  const { stores, runtime } = context.workshop;
  const visible = async (caller: string): Promise<readonly SavedView[]> => [
    ...(await stores.views.list(everybody)),
    ...(await stores.views.list(caller)),
  ];

  app.openapi(list, async (c) => c.json({ items: (await visible(c.get("caller").id)).map(viewOf), next: null }, 200));

  app.openapi(create, async (c) => {
    const { name, shared, query } = c.req.valid("json");
    const caller = c.get("caller");
    if (shared && !may(caller, "people:change")) {
      const remedy = "Save it for yourself, or ask somebody who may change people.";
      return answerProblem(c, 403, "forbidden", { detail: "You may not save views for everybody.", field: "shared", remedy }) as never;
    }
    const owner = shared ? everybody : caller.id;
    if ((await stores.views.list(owner)).length >= mostViews) {
      return answerProblem(c, 409, "conflict", { detail: `There are ${mostViews} views already.`, remedy: "Remove one first." }) as never;
    }
    const now = runtime.now();
    const view: SavedView = { id: newId("view", now, runtime.random(10)), owner, name, query, createdAt: now };
    await stores.views.put(view);
    if (shared) await audit(c, context, { action: "view.saved", subject: { kind: "view", id: view.id }, to: { name, query } });
    else changesNothing(c);
    return c.json(viewOf(view), 201);
  });

  app.openapi(change, async (c) => {
    const { id } = c.req.valid("param");
    const { name, query } = c.req.valid("json");
    const view = (await visible(c.get("caller").id)).find((candidate) => candidate.id === id);
    if (view === undefined) return noView(c);
    if (view.owner === everybody && !may(c.get("caller"), "people:change")) return notTheirs(c);
    const changed: SavedView = { ...view, name, query };
    await stores.views.put(changed);
    const { name: before, query: shown } = view;
    if (view.owner === everybody)
      await audit(c, context, {
        action: "view.changed",
        subject: { kind: "view", id },
        from: { name: before, query: shown },
        to: { name, query },
      });
    else changesNothing(c);
    return c.json(viewOf(changed), 200);
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    const view = (await visible(c.get("caller").id)).find((candidate) => candidate.id === id);
    if (view === undefined) return noView(c);
    if (view.owner === everybody && !may(c.get("caller"), "people:change")) return notTheirs(c);
    await stores.views.remove(view.owner, view.id);
    if (view.owner === everybody)
      await audit(c, context, { action: "view.removed", subject: { kind: "view", id }, from: { name: view.name } });
    else changesNothing(c);
    return c.body(null, 204);
  });
}

function noView(c: ApiRequest): never {
  const detail = "You have no view of this id.";
  return answerProblem(c, 404, "not-found", { detail, field: "id", remedy: "See GET /api/views." }) as never;
}

function notTheirs(c: ApiRequest): never {
  const detail = "You may not change everybody’s views.";
  return answerProblem(c, 403, "forbidden", { detail, remedy: "Ask somebody who may change people." }) as never;
}

function viewOf({ id, name, owner, query }: SavedView): z.infer<typeof savedViewSchema> {
  return { id, name, shared: owner === everybody, query };
}
