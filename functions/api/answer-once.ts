import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { KeptAnswer } from "#core/ports/idempotency-store.ts";
import { day, minute } from "#core/time/instant.ts";
import type { ApiAppOptions } from "./api-app.ts";
import { answerProblem, problemOf } from "./problems.ts";
import type { ApiEnv } from "./route.ts";

/** How long an answer is kept; and how long a request may be at work before another may take its place. */
const kept = day;
const atWork = minute;
/** An item may have 400 KB; longer answers are not kept, so that their request is done anew. */
const longest = 200_000;

/**
 * A change that bears an `Idempotency-Key` is made once, however often it is sent within a day: who sends it again gets
 * the first answer (draft-ietf-httpapi-idempotency-key-header). What failed with a 5xx or a 429 may be tried again.
 */
export function answerOnce({ stores, runtime }: Pick<ApiAppOptions, "stores" | "runtime">): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    if (key === undefined || c.req.method === "GET" || c.req.method === "HEAD") return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      return answerProblem(c, 400, "invalid-request", {
        detail: "The Idempotency-Key is not 1 to 200 visible ASCII characters.",
        field: "Idempotency-Key",
        remedy: "Send a fresh UUID for each change.",
      });
    }
    const caller = c.get("caller").id;
    const body = new Uint8Array(await c.req.raw.clone().arrayBuffer());
    const fingerprint = createHash("sha256").update(`${c.req.method} ${c.req.url}\n`).update(body).digest("hex");
    const now = runtime.now();
    const taken = await stores.idempotency.take(caller, key, fingerprint, now + atWork, now);
    if (taken !== "taken") return again(c, taken, fingerprint);
    await next();
    if (c.get("confidential") === true && c.res.ok) {
      const answer = { status: 409, body: JSON.stringify(shownOnce(c.req.path)), contentType: "application/problem+json" };
      return stores.idempotency.keep(caller, key, { fingerprint, answer }, runtime.now() + kept);
    }
    const { status } = c.res;
    const text = await c.res.clone().text();
    if (status >= 500 || status === 429 || text.length > longest) return stores.idempotency.release(caller, key);
    const answer = { status, body: text, contentType: c.res.headers.get("content-type") ?? "application/json" };
    await stores.idempotency.keep(caller, key, { fingerprint, answer }, runtime.now() + kept);
  };
}

/** What stands for an answer with a secret in it: the secret is kept nowhere. */
function shownOnce(instance: string) {
  return problemOf(409, "shown-once", instance, {
    detail: "This was done by the first request, and its answer showed a secret: it is not kept to be shown again.",
    field: "Idempotency-Key",
    remedy: "If that answer was lost, undo what it made and make another under a fresh key.",
  });
}

function again(c: Parameters<MiddlewareHandler<ApiEnv>>[0], taken: KeptAnswer, fingerprint: string): Response {
  if (taken.fingerprint !== fingerprint) {
    return answerProblem(c, 422, "idempotency-key-reused", {
      detail: "This Idempotency-Key was used for another request.",
      field: "Idempotency-Key",
      remedy: "Send a fresh one for each change.",
    });
  }
  if (taken.answer === undefined) {
    return answerProblem(c, 409, "conflict", {
      detail: "The same request is being worked on.",
      field: "Idempotency-Key",
      remedy: "Wait a moment and send it again: you will get its answer.",
    });
  }
  c.set("audited", true);
  const { status, body, contentType } = taken.answer;
  const headers = { "content-type": contentType, "idempotency-replayed": "true" };
  return status === 204 ? c.body(null, status, headers) : c.body(body, status as ContentfulStatusCode, headers);
}
