import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpAnswer } from "../http/http-answer.ts";
import { notFound, problemAnswer } from "../http/problem.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { Assets } from "./find-assets.ts";

const types: Readonly<Record<string, string | undefined>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

/**
 * Answers with a file of the console, or with its page where somebody navigates: the page's own router knows the rest. Only
 * files that were built are ever answered, so no path leads out of their folder.
 */
export function answerConsole(parts: {
  readonly assets: Assets;
  readonly random: (bytes: number) => Uint8Array;
  /** Origins beside our own that the page may speak to: the identity provider's. */
  readonly origins?: () => Promise<readonly string[]>;
}) {
  return async (event: APIGatewayProxyEventV2): Promise<HttpAnswer> => {
    const assets = parts.assets();
    const asset = event.rawPath === "/" ? undefined : assets.get(event.rawPath);
    if (asset !== undefined && event.rawPath !== "/index.html") return fileAnswer(event.rawPath, asset);
    const page = assets.get("/index.html");
    if (page === undefined || !isNavigation(event)) return problemAnswer(notFound);
    return pageAnswer(page, Buffer.from(parts.random(16)).toString("base64"), (await parts.origins?.()) ?? []);
  };
}

/** Files under /assets/ carry a hash of their content in their name: they never change. */
function fileAnswer(path: string, body: Buffer): HttpAnswer {
  const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  const type = types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  return {
    statusCode: 200,
    headers: { ...securityHeaders, "content-type": type, "cache-control": cache },
    body: body.toString("base64"),
    isBase64Encoded: true,
  };
}

/** No script but our own files; the styles that the components write at run time carry a nonce that only this page knows. */
function pageAnswer(page: Buffer, nonce: string, origins: readonly string[]): HttpAnswer {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // React sets style attributes through the DOM's own interface, which no policy hinders; markup has none.
    `connect-src ${["'self'", ...origins].join(" ")}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    statusCode: 200,
    headers: {
      ...securityHeaders,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": policy,
    },
    body: page.toString("utf8").replaceAll("__STYLE_NONCE__", nonce),
  };
}

function isNavigation(event: APIGatewayProxyEventV2): boolean {
  const lastPart = event.rawPath.split("/").at(-1) ?? "";
  return (event.headers["accept"] ?? "").includes("text/html") && !lastPart.includes(".");
}
