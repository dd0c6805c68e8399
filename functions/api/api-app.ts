import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { describeFault, PermanentFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import type { Authenticate } from "#functions/access/authenticate.ts";
import { refusals } from "#functions/access/refusals.ts";
import type { ApiStores } from "#core/ports/stores.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { answerOnce } from "./answer-once.ts";
import { limitRate } from "./limit-rate.ts";
import { answerProblem } from "./problems.ts";
import type { ApiEnv } from "./route.ts";

export type ApiApp = OpenAPIHono<ApiEnv>;

/** What every API function stands on, whatever its routes. */
export interface ApiAppOptions {
  readonly log: Logger;
  readonly authenticate: Authenticate;
  readonly stores: Pick<ApiStores, "idempotency" | "rates">;
  readonly runtime: Runtime;
  /** The largest body, in bytes. */
  readonly largestBody?: number;
}

const oneMegabyte = 1_000_000;
/** API Gateway takes no more in one request, and Lambda less of it: a large list comes packed. */
const largestFile = 10_000_000;
const openApiPath = "/api/openapi.json";

/** What anybody may read without a token. Everything else needs one: a route is public by standing here, and in no other way. */
export const publicPaths: ReadonlySet<string> = new Set([openApiPath, "/api/session/config"]);

/**
 * What all routes share, in the order a request goes through it: who asks, how often they have, whether this very request
 * was answered before; then the route; then an entity tag, and a problem document for whatever went wrong.
 */
export function createApiApp(options: ApiAppOptions): ApiApp {
  const app: ApiApp = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      const field = issue?.path.join(".") ?? "";
      const wrong = issue?.message ?? "is not valid";
      return answerProblem(c, 400, "invalid-request", {
        detail: field === "" ? `The request: ${wrong}.` : `${field}: ${wrong}.`,
        remedy: "Compare the request with /api/openapi.json.",
        ...(field === "" ? {} : { field }),
      });
    },
  });
  app.use("/api/*", async (c, next) => {
    // Kept nowhere but in the reader's own browser, and asked for anew each time: the entity tag makes that cheap.
    c.header("Cache-Control", "private, no-cache");
    c.header("X-Content-Type-Options", "nosniff");
    if (publicPaths.has(c.req.path)) return next();
    const known = await options.authenticate(c.req.header("authorization"));
    if (known.kind !== "caller") {
      const { status, code } = refusals[known.kind];
      if (status === 401) c.header("WWW-Authenticate", 'Bearer realm="relance"');
      return answerProblem(c, status, code, { detail: known.detail, remedy: known.remedy });
    }
    c.set("caller", known.caller);
    c.set("audited", false);
    return next();
  });
  app.use("/api/*", limitRate(options));
  app.use("/api/*", async (c, next) => {
    await next();
    const changed = c.req.method !== "GET" && c.req.method !== "HEAD" && c.res.ok;
    if (changed && !c.get("audited")) {
      options.log.error("a change is not in the log", { method: c.req.method, path: c.req.path });
    }
  });
  app.use("/api/*", etag());
  const limit = limitBody(options.largestBody ?? oneMegabyte, "Send it in parts, at most 1 MB each.");
  const limitFile = limitBody(largestFile, "Pack the file with gzip, or send it in parts.");
  app.use("/api/*", (c, next) => (c.req.path.startsWith("/api/imports") ? limitFile(c, next) : limit(c, next)));
  app.use("/api/*", answerOnce(options));
  app.notFound((c) =>
    answerProblem(c, 404, "not-found", { detail: `Nothing answers ${c.req.method} ${c.req.path}.`, remedy: `See ${openApiPath}.` }),
  );
  app.onError((thrown, c) => {
    if (thrown instanceof PermanentFault && thrown.code === "cursor-invalid") {
      return answerProblem(c, 400, "invalid-request", { detail: thrown.message, field: "cursor", remedy: "Begin without a cursor." });
    }
    if (thrown instanceof SyntaxError || isMalformed(thrown)) {
      return answerProblem(c, 400, "invalid-request", { detail: "The body is not valid JSON.", remedy: "Send JSON in UTF-8." });
    }
    options.log.error("the API failed", { path: c.req.path, problem: describeFault(thrown) });
    return answerProblem(c, 500, "internal", { detail: "Relance could not do this. It has been logged." });
  });
  return app;
}

function limitBody(maxSize: number, remedy: string): MiddlewareHandler<ApiEnv> {
  return bodyLimit({ maxSize, onError: (c) => answerProblem(c, 413, "too-large", { detail: "The body is too large.", remedy }) });
}

/** Hono's validators throw their own error for a body that cannot be parsed. */
function isMalformed(thrown: unknown): boolean {
  return thrown instanceof Error && "status" in thrown && thrown.status === 400;
}

/** Describes the routes as OpenAPI 3.1, made from the schemas that check them. */
export function describeApi(app: ApiApp): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "An id token of the team's identity provider, or a key made in the console.",
  });
  app.doc31(openApiPath, {
    openapi: "3.1.0",
    info: {
      title: "Relance",
      version: "1",
      description:
        "People, their timelines, and what is due. Lists answer `{items, next}`: give `next` as `cursor` for the next page. Errors are RFC 9457 problems with `field` and `remedy`. A `POST` with an `Idempotency-Key` is done once. `x-permission` names what each route takes.",
    },
    security: [{ token: [] }],
  });
}
