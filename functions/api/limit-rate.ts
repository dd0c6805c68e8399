import type { MiddlewareHandler } from "hono";
import { minute, second } from "#core/time/instant.ts";
import type { ApiAppOptions } from "./api-app.ts";
import { answerProblem } from "./problems.ts";
import type { ApiEnv } from "./route.ts";

/** Requests a minute. A key is counted in the table, over all instances; a person at their screen in this instance alone. */
const limits = { key: 600, member: 1_200 } as const;

/** Refuses who asks too often, and says when to come back (`RateLimit` fields of draft-ietf-httpapi-ratelimit-headers). */
export function limitRate({ stores, runtime }: Pick<ApiAppOptions, "stores" | "runtime">): MiddlewareHandler<ApiEnv> {
  const seen = new Map<string, { window: number; total: number }>();
  const countHere = (caller: string, window: number): number => {
    const before = seen.get(caller);
    const total = before?.window === window ? before.total + 1 : 1;
    if (seen.size > 1_000) seen.clear();
    seen.set(caller, { window, total });
    return total;
  };
  return async (c, next) => {
    const caller = c.get("caller");
    if (caller === undefined) return next();
    const now = runtime.now();
    const window = Math.floor(now / minute) * minute;
    const limit = limits[caller.kind];
    const total = caller.kind === "key" ? await stores.rates.count(caller.id, window, window + 2 * minute) : countHere(caller.id, window);
    const reset = Math.max(1, Math.ceil((window + minute - now) / second));
    c.header("RateLimit-Limit", String(limit));
    c.header("RateLimit-Remaining", String(Math.max(0, limit - total)));
    c.header("RateLimit-Reset", String(reset));
    if (total <= limit) return next();
    c.header("Retry-After", String(reset));
    return answerProblem(c, 429, "too-many-requests", {
      detail: `More than ${limit} requests in a minute.`,
      remedy: `Wait ${reset} seconds; read lists by pages of 100.`,
    });
  };
}
