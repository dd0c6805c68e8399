import * as z from "zod";
import { pageOf, parkedViewSchema, retryAllSchema, retryRequestSchema } from "#contract/api.ts";
import { retryParked } from "#functions/work/retry-parked.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit, changesNothing } from "../audit.ts";
import { readDueKey, writeDueKey } from "../due-key.ts";
import { answerProblem } from "../problems.ts";
import { json, pageQuery, pageRequest, problem, route, workPageQuery } from "../route.ts";
import { parkedViews } from "../views/due.ts";

const list = route({
  method: "get",
  path: "/api/parked",
  summary: "What was given up, with its reason, newest first",
  allow: "work:read",
  request: { query: workPageQuery },
  responses: { 200: json(pageOf(parkedViewSchema), "A page of parked work.") },
});

const retry = route({
  method: "post",
  path: "/api/parked/{key}/retry",
  summary: "Try parked work again, or decide what became of an uncertain mail",
  allow: "work:retry",
  request: {
    params: z.object({ key: z.string().max(1_000) }),
    body: { content: { "application/json": { schema: retryRequestSchema } }, required: false },
  },
  responses: {
    200: json(z.object({ status: z.literal("due") }), "It is due now."),
    404: problem("Nothing is parked under this key."),
    409: problem("It has changed meanwhile, or its state does not allow this."),
  },
});

const retryAll = route({
  method: "post",
  path: "/api/parked/retry",
  summary: "Try a page of parked work again; uncertain mails are left for somebody to decide",
  allow: "work:retry",
  request: { query: pageQuery.pick({ cursor: true }) },
  responses: { 200: json(retryAllSchema, "What became of the page, and where the next begins.") },
});

/** A request must end in time, whatever each item costs. */
const atOnce = 25;

export function parkedRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  app.openapi(list, async (c) => {
    const page = await workshop.stores.due.parked(pageRequest(c.req.valid("query")));
    return c.json({ items: [...(await parkedViews(workshop, page.items))], next: page.next ?? null }, 200);
  });

  app.openapi(retryAll, async (c) => {
    const page = await workshop.stores.due.parked(pageRequest({ ...c.req.valid("query"), limit: atOnce }));
    const sums = { retried: 0, undecided: 0, changed: 0 };
    const views = new Map((await parkedViews(workshop, page.items)).map((view) => [view.key, view]));
    for (const item of page.items) {
      if (views.get(writeDueKey(item))?.uncertain === true) sums.undecided += 1;
      else sums[(await retryParked(workshop, item, "retry")).kind === "due" ? "retried" : "changed"] += 1;
    }
    if (sums.retried === 0) changesNothing(c);
    else await audit(c, context, { action: "work.retried", subject: { kind: "work", id: "all" }, to: sums });
    return c.json({ ...sums, next: page.next ?? null }, 200);
  });

  app.openapi(retry, async (c) => {
    const key = readDueKey(c.req.valid("param").key);
    const { decision } = retryRequestSchema.parse(c.req.valid("json") ?? {});
    const retried = key === undefined ? { kind: "unknown" as const } : await retryParked(workshop, key, decision);
    switch (retried.kind) {
      case "due":
        await audit(c, context, { action: "work.retried", subject: { kind: "work", id: c.req.valid("param").key }, to: { decision } });
        return c.json({ status: "due" as const }, 200);
      case "unknown":
        return answerProblem(c, 404, "not-found", {
          detail: "Nothing is parked under this key.",
          field: "key",
          remedy: "Read /api/parked again.",
        }) as never;
      case "refused":
        return answerProblem(c, 409, "conflict", { detail: retried.detail, field: "decision", remedy: retried.remedy }) as never;
    }
  });
}
