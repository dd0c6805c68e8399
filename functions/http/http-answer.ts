import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { securityHeaders } from "./security-headers.ts";

/** What a handler answers, in API Gateway's shape. */
export type HttpAnswer = APIGatewayProxyStructuredResultV2 & { readonly statusCode: number };

export function jsonAnswer(statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    statusCode,
    headers: { ...securityHeaders, "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

export function textAnswer(statusCode: number, body: string): HttpAnswer {
  return { statusCode, headers: { ...securityHeaders, "content-type": "text/plain; charset=utf-8" }, body };
}

/** After a post: go and see (RFC 9110 section 15.4.4). A reload then repeats nothing. */
export function seeOther(location: string): HttpAnswer {
  return { statusCode: 303, headers: { ...securityHeaders, location }, body: "" };
}
