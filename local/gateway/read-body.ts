import type { IncomingMessage } from "node:http";

/** The most an HTTP API takes in one request (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
const mostBytes = 10 * 1024 * 1024;

/** A request's body; undefined if it is larger than the gateway takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A request's body as JSON; undefined if it is none. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request))?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}
