import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import { activitySchema, pageView } from "#core/activity/activity.ts";
import type { PersonId } from "#core/id/id.ts";
import { minute } from "#core/time/instant.ts";
import { readToken } from "#core/token/read-token.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { readRequest } from "#functions/http/http-request.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import { securityHeaders } from "#functions/http/security-headers.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { applyActivity } from "#functions/work/apply-activity.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { snippet } from "./snippet.ts";

/** A body is a token and an address: more is somebody else's. */
const largest = 2_000;
/** Looks at pages of one person in a minute; more are a machine's. */
const mostAMinute = 30;

const bodySchema = z.object({ token: z.string(), url: activitySchema.shape.url.unwrap() });

/**
 * Answers `GET /m.js`, the snippet, and `POST /m`, what it tells. The answer never says whether a token is known or its bearer has agreed:
 * whoever finds one learns nothing by it.
 */
export function answerMeasure(
  workshop: Pick<Workshop, "stores" | "definitions" | "runtime" | "bus">,
  log: Logger,
): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const { method, segments, body } = readRequest(event);
    const path = segments.join("/");
    if (path === "m.js" && (method === "GET" || method === "HEAD")) return snippetAnswer;
    if (path !== "m" || method !== "POST") return problemAnswer(notFound);
    try {
      await take(workshop, body);
    } catch (thrown) {
      log.error("a look at a page was not counted", { problem: describeFault(thrown) });
    }
    return { statusCode: 204, headers: { ...securityHeaders, ...anySite }, body: "" };
  };
}

async function take(workshop: Pick<Workshop, "stores" | "definitions" | "runtime" | "bus">, body: Uint8Array): Promise<void> {
  const { stores, runtime } = workshop;
  const told = bodySchema.safeParse(body.length > largest ? undefined : jsonOf(body));
  if (!told.success) return;
  const read = readToken(await stores.secrets.rootKey(() => runtime.random(32)), "measure", told.data.token);
  if (read.kind === "invalid") return;
  const { personId } = read.subject;
  const now = runtime.now();
  const window = Math.floor(now / minute) * minute;
  if ((await stores.rates.count(personId, window, window + 2 * minute)) > mostAMinute) return;
  const url = pageOf(told.data.url);
  const activity = { name: pageView, url };
  await applyActivity(workshop, { personId }, { id: idOf(personId, url, window), at: now, activity });
}

/** A reload within the minute is one look. */
function idOf(personId: PersonId, url: string, window: number): string {
  return createHash("sha256").update(`${personId} ${window} ${url}`).digest("hex");
}

/** Without what stands behind the path: a query may hold anything. */
function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The company's pages are on origins of their own; nothing is answered that they might read. */
const anySite = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };

const snippetAnswer: HttpAnswer = {
  statusCode: 200,
  headers: { ...securityHeaders, ...anySite, "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=3600" },
  body: snippet,
};
