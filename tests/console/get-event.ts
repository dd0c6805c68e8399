import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A GET as API Gateway's HTTP API hands it over (payload format 2.0). */
export function getEvent(path: string, accept = "*/*"): APIGatewayProxyEventV2 {
  return {
    version: "2.0",
    routeKey: "GET /{proxy+}",
    rawPath: path,
    rawQueryString: "",
    headers: { accept },
    isBase64Encoded: false,
    requestContext: {
      accountId: "1",
      apiId: "a",
      domainName: "console.example",
      domainPrefix: "console",
      http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "r",
      routeKey: "GET /{proxy+}",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  };
}
