import type { IncomingMessage } from "node:http";

/** A request's path as API Gateway's HTTP API sees it: decoded before it is routed. What cannot be decoded stands as it is. */
export function decodedPath(request: IncomingMessage): string {
  const [path = "/"] = (request.url ?? "/").split("?");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
