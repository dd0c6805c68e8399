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
import { body, json, problem, route } from "../route.ts";

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

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    const view = (await visible(c.get("caller").id)).find((candidate) => candidate.id === id);
    if (view === undefined) {
      return answerProblem(c, 404, "not-found", {
        detail: "You have no view of this id.",
        field: "id",
        remedy: "See GET /api/views.",
      });
    }
    if (view.owner === everybody && !may(c.get("caller"), "people:change")) {
      const remedy = "Ask somebody who may change people.";
      return answerProblem(c, 403, "forbidden", { detail: "You may not remove everybody’s views.", remedy });
    }
    await stores.views.remove(view.owner, view.id);
    if (view.owner === everybody)
      await audit(c, context, { action: "view.removed", subject: { kind: "view", id }, from: { name: view.name } });
    else changesNothing(c);
    return c.body(null, 204);
  });
}

function viewOf({ id, name, owner, query }: SavedView): z.infer<typeof savedViewSchema> {
  return { id, name, shared: owner === everybody, query };
}
