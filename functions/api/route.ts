import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import type { Context, Env, MiddlewareHandler } from "hono";
import * as z from "zod";
import { problemSchema } from "#contract/problem.ts";
import { type Caller, may } from "#core/access/caller.ts";
import { type Permission, whoMay } from "#core/access/permission.ts";
import { answerProblem } from "./problems.ts";

/**
 * What every handler finds in its context: who asks, whether the change was written to the log, and whether the answer shows a
 * secret, so that it is kept nowhere.
 */
export interface ApiEnv extends Env {
  readonly Variables: { caller: Caller; audited: boolean; confidential?: boolean };
}
export type ApiRequest = Context<ApiEnv>;

/** A JSON answer as OpenAPI describes it. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { content: { "application/json": { schema } }, description };
}

/** A problem document as OpenAPI describes it. */
export function problem(description: string) {
  return { content: { "application/problem+json": { schema: problemSchema } }, description };
}

/** A request's JSON body as OpenAPI describes it. */
export function body<T extends z.ZodType>(schema: T) {
  return { content: { "application/json": { schema } }, required: true as const };
}

/**
 * A permission of the table, `signed-in` for what everybody may who came in at all, or `anybody` for what needs no token: such
 * a route's path must stand among `publicPaths` of api-app.ts too.
 */
export type Allow = Permission | "signed-in" | "anybody";

/**
 * One route: what it asks for and answers, and the one permission it takes. Who lacks it gets a 403 that names the roles
 * that have it; nothing of the request is read before. `x-permission` says the same in the OpenAPI document.
 */
export function route<const P extends string, const R extends Omit<RouteConfig, "path"> & { readonly path: P; readonly allow: Allow }>(
  config: R,
) {
  return createRoute({
    ...config,
    security: config.allow === "anybody" ? [] : [{ token: [] }],
    "x-permission": config.allow,
    middleware: takesJson(config) ? [allowed(config.allow), onlyJson] : [allowed(config.allow)],
  });
}

function takesJson({ request }: { readonly request?: RouteConfig["request"] }): boolean {
  const types = Object.keys(request?.body?.content ?? {});
  return types.length > 0 && types.every((type) => type === "application/json");
}

/** Refuses a body that is said to be something else: it would be read as nothing, or not at all (RFC 9110 section 15.5.16). */
const onlyJson: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json" || (type === undefined && c.req.raw.body === null)) return next();
  return answerProblem(c, 415, "unsupported-type", {
    detail: type === undefined ? "It is not said what the body is." : `The body is said to be ${type}.`,
    field: "Content-Type",
    remedy: "Send JSON, as application/json.",
  });
};

function allowed(allow: Allow): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (allow === "signed-in" || allow === "anybody" || may(c.get("caller"), allow)) return next();
    return answerProblem(c, 403, "forbidden", {
      detail: `This takes the permission ${allow}, which ${c.get("caller").name} has not.`,
      remedy: `Ask somebody who is ${whoMay(allow).join(" or ")}; a key needs ${allow} among its scopes.`,
    });
  };
}

/** What every list takes: how many, and from where. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(4_000).optional(),
});

/** A page of work: of each item the run and the person are read, so that a page of thirty would cost more than a list may. */
export const workPageQuery = pageQuery.extend({ limit: z.coerce.number().int().min(1).max(30).default(10) });

/** The store's page request: a cursor that is not there is left out. */
export function pageRequest(query: z.infer<typeof pageQuery>): { readonly limit: number; readonly cursor?: string } {
  return query.cursor === undefined ? { limit: query.limit } : { limit: query.limit, cursor: query.cursor };
}
