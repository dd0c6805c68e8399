import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A request as the handlers see it: the very bytes of its body, its headers by their names in lower case. */
export interface HttpRequest {
  readonly method: string;
  /** The path's segments, percent-decoded. */
  readonly segments: readonly string[];
  /** The path and query as they were sent. */
  readonly target: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Each as `name=value`: API Gateway takes them out of the headers. */
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
  readonly ip: string | undefined;
}

/** Reads an event of API Gateway's HTTP API (payload format 2.0). */
export function readRequest(event: APIGatewayProxyEventV2): HttpRequest {
  return {
    method: event.requestContext.http.method.toUpperCase(),
    segments: event.rawPath.split("/").filter(Boolean).map(decodeSegment),
    target: (event.rawQueryString ?? "") === "" ? event.rawPath : `${event.rawPath}?${event.rawQueryString}`,
    query: event.queryStringParameters ?? {},
    headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
    cookies: event.cookies ?? [],
    body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
    ip: event.requestContext.http.sourceIp,
  };
}

/** API Gateway gives some paths decoded already: what cannot be decoded stands as it is, and will be found nowhere. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
