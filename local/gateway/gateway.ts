import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#core/time/instant.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { RunningFunction } from "#local/functions.ts";
import type { Terminal } from "#local/terminal.ts";
import { apiEvent } from "./api-event.ts";
import { decodedPath } from "./path.ts";
import { readBody } from "./read-body.ts";
import { createRouteTable } from "./route-table.ts";
import { writeAnswer, writeMessage } from "./write-answer.ts";

/** Answers HTTP requests by the functions' declared routes, as API Gateway's HTTP API does. */
export type Gateway = (
  request: IncomingMessage,
  response: ServerResponse,
  /** Headers that stand in for the request's own. */
  headers?: Readonly<Record<string, string>>,
) => Promise<void>;

export function createGateway(functions: readonly RunningFunction[], now: () => Instant, terminal: Terminal): Gateway {
  const table = createRouteTable(
    functions.flatMap((each) => {
      const { trigger } = each.declaration;
      return trigger.kind === "http" ? trigger.routes.map((key) => ({ key, target: each })) : [];
    }),
  );
  return async (request, response, headers = {}) => {
    const path = decodedPath(request);
    const matched = table.match(request.method ?? "GET", path);
    if (matched === undefined) return writeMessage(response, 404, "Not Found");
    const body = await readBody(request);
    if (body === undefined) {
      // What is still on its way is not read: the connection ends with the answer.
      response.setHeader("connection", "close");
      return writeMessage(response, 413, "Request Entity Too Large");
    }
    const { routeKey, pathParameters, target } = matched;
    try {
      const event = apiEvent({ request, body, routeKey, pathParameters, now: now() });
      writeAnswer(response, await target.invoke({ ...event, headers: { ...event.headers, ...headers } }));
    } catch (thrown) {
      terminal.warn(`${target.declaration.name} failed on ${request.method} ${path}: ${describeFault(thrown)}`);
      if (thrown instanceof Error && thrown.stack !== undefined) terminal.warn(thrown.stack.split("\n").slice(1, 4).join("\n"));
      writeMessage(response, 500, "Internal Server Error");
    }
  };
}
