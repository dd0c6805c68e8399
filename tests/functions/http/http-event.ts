import type { APIGatewayProxyEventV2 } from "aws-lambda";

export interface EventParts {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** An event as API Gateway's HTTP API sends it: a body of bytes comes in base64, a text as it is. */
export function httpEvent({ method = "GET", path, query = {}, headers = {}, body }: EventParts): APIGatewayProxyEventV2 {
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { host: "relance.example", ...headers },
    queryStringParameters: query,
    requestContext: {
      accountId: "123456789012",
      apiId: "api",
      domainName: "relance.example",
      domainPrefix: "relance",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.143", userAgent: "test" },
      requestId: "request",
      routeKey: "$default",
      stage: "$default",
      time: "23/Nov/2026:08:00:00 +0000",
      timeEpoch: 1_795_420_800_000,
    },
    isBase64Encoded: body instanceof Uint8Array,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body).toString("base64") }),
  };
}
