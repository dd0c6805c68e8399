import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Instant } from "#core/time/instant.ts";
import { account } from "#local/bus/event.ts";
import { decodedPath } from "./path.ts";

/** An HTTP request as API Gateway's HTTP API gives it to a function (payload format 2.0). */
export function apiEvent(input: {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly now: Instant;
}): APIGatewayProxyEventV2 {
  const { request, routeKey } = input;
  const rawPath = decodedPath(request);
  const rawQueryString = /\?(.*)$/s.exec(request.url ?? "")?.[1] ?? "";
  const headers = headersOf(request);
  const cookies = request.headers.cookie?.split(/;\s*/).filter((cookie) => cookie !== "");
  const query = queryOf(rawQueryString);
  const domainName = request.headers.host ?? "localhost";
  const sourceIp = request.socket.remoteAddress ?? "127.0.0.1";
  const parameters = input.pathParameters;
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies === undefined ? {} : { cookies }),
    headers: { ...headers, "x-forwarded-for": sourceIp, "x-forwarded-port": domainName.split(":")[1] ?? "80", "x-forwarded-proto": "http" },
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    requestContext: {
      accountId: account,
      apiId: "local",
      domainName,
      domainPrefix: domainName.split(".")[0] ?? "local",
      http: {
        method: request.method ?? "GET",
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: commonLogTime(input.now),
      timeEpoch: input.now,
    },
    ...bodyOf(input.body, request.headers["content-type"]),
  };
}

/** Names in lower case, repeated headers joined by commas; cookies have a field of their own. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined && name !== "cookie") headers[name] = values.join(",");
  }
  return headers;
}

function queryOf(raw: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value;
  }
  return query;
}

/** Only these types come as text; all others, form posts among them, in base64. */
const textual = /^(text\/|application\/(json|xml|javascript|([\w.-]+\+)(json|xml)))/i;

function bodyOf(body: Buffer, contentType: string | undefined): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = textual.test(contentType ?? "") ? body.toString("utf8") : undefined;
  if (text !== undefined && Buffer.from(text).equals(body)) return { body: text, isBase64Encoded: false };
  return { body: body.toString("base64"), isBase64Encoded: true };
}

/** `23/Nov/2026:08:00:00 +0000` */
function commonLogTime(at: Instant): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
