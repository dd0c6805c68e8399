import { OpenAPIHono } from "@hono/zod-openapi";
import { consoleToken } from "#core/secret/derive-key.ts";
import { sameText } from "#core/secret/same-bytes.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import type { MailWorkshop } from "#functions/work/workshop.ts";
import { answerProblem } from "./problems.ts";
import { dueRoutes } from "./routes/due.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { parkedRoutes } from "./routes/parked.ts";
import { peopleRoutes } from "./routes/people.ts";
import { sourceRoutes } from "./routes/sources.ts";

export interface ApiOptions {
  readonly log: Logger;
  /** Whether this is the local runtime, with its mailbox and clock. */
  readonly local: boolean;
}

/** What every route stands on. */
export interface ApiContext extends ApiOptions {
  readonly workshop: MailWorkshop;
}

/** The API as one Hono app: the same in Lambda and on a laptop. Every route is described by the contract's schemas. */
export function createApi(workshop: MailWorkshop, options: ApiOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      const field = issue?.path.join(".") ?? "";
      return answerProblem(c, 400, "invalid-request", {
        detail: `${field === "" ? "The request" : field}: ${issue?.message ?? "is not valid"}.`,
        remedy: "Compare the request with /api/openapi.json.",
        ...(field === "" ? {} : { field }),
      });
    },
  });
  const context: ApiContext = { workshop, ...options };

  app.use("/api/*", async (c, next) => {
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
    if (c.req.path === "/api/openapi.json") return next();
    const rootKey = await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32));
    const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() === "bearer" && token !== undefined && sameText(token, consoleToken(rootKey))) return next();
    c.header("WWW-Authenticate", 'Bearer realm="relance"');
    return answerProblem(c, 401, "unauthorized", {
      detail: "This needs the console's token.",
      remedy: "Send it as `Authorization: Bearer <token>`.",
    });
  });

  for (const register of [overviewRoutes, peopleRoutes, dueRoutes, parkedRoutes, sourceRoutes]) register(app, context);
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Relance",
      version: "1",
      description: "People, their timelines, and what is due. Lists answer `{items, next}`; errors are RFC 9457 problems.",
    },
    security: [{ token: [] }],
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });

  app.notFound((c) =>
    answerProblem(c, 404, "not-found", { detail: `Nothing answers ${c.req.method} ${c.req.path}.`, remedy: "See /api/openapi.json." }),
  );
  app.onError((thrown, c) => {
    options.log.error("the API failed", { path: c.req.path, problem: describeFault(thrown) });
    return answerProblem(c, 500, "internal", { detail: "Relance could not do this. It has been logged." });
  });
  return app;
}
