import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { writeBytes } from "#local/gateway/write-answer.ts";
import { sealed } from "./respond.ts";

/** A page may load its own files and nothing else, and be framed by nobody. */
const pageHeaders = {
  ...sealed,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const pages: Readonly<Record<string, string>> = { "/local": "start.html", "/local/mailbox": "mailbox.html" };
const assets = ["page.css", "texts.js", "session.js", "start.js", "clock.js", "mail.js", "mailbox.js"];
const types: Readonly<Record<string, string>> = { html: "text/html", css: "text/css", js: "text/javascript" };

/** The file a path names, if it is a page's. They hold nothing of anybody's: what they show, they ask for with the token. */
export function pageFile(path: string, request: IncomingMessage): string | undefined {
  if (request.method !== "GET") return undefined;
  const page = pages[path];
  // The mailbox is data to a program and a page to a browser.
  if (page !== undefined) return path !== "/local/mailbox" || /\btext\/html\b/i.test(request.headers.accept ?? "") ? page : undefined;
  return assets.find((asset) => path === `/local/assets/${asset}`);
}

export async function writePage(response: ServerResponse, file: string): Promise<void> {
  const type = types[file.slice(file.lastIndexOf(".") + 1)] ?? "text/plain";
  const headers = { ...pageHeaders, "content-type": `${type}; charset=utf-8`, vary: "accept" };
  writeBytes(response, 200, headers, await readFile(new URL(`../pages/${file}`, import.meta.url)));
}
