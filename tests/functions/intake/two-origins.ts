import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import type { EventParts } from "#tests/functions/http/http-event.ts";

/** A page of a company: its markup, and the policy it is sent with. */
export interface HostPage {
  readonly html: string;
  readonly policy: string;
}

/** Relance on one origin, a company's own site on another. */
export interface TwoOrigins {
  readonly relance: string;
  readonly site: string;
  close(): Promise<void>;
}

/** Opens both: the intake behind a real server, and a site with one page, which is written once both addresses are known. */
export async function openTwoOrigins(
  send: (parts: EventParts) => Promise<HttpAnswer>,
  page: (relance: string) => HostPage,
): Promise<TwoOrigins> {
  const intake = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://relance.example");
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const parts = {
        method: request.method ?? "GET",
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers,
        body: Buffer.concat(chunks),
      };
      send(parts).then(
        (answer) => answerWith(response, answer.statusCode, answer.headers ?? {}, answer.body ?? ""),
        (fault: unknown) => answerWith(response, 500, {}, String(fault)),
      );
    });
  });
  const relance = await listening(intake);
  const { html, policy } = page(relance);
  const site = createServer((_, response) => {
    answerWith(response, 200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }, html);
  });
  return { relance, site: await listening(site), close: async () => void (await Promise.all([closed(intake), closed(site)])) };
}

function answerWith(response: ServerResponse, status: number, headers: NonNullable<HttpAnswer["headers"]>, body: string): void {
  response.writeHead(status, Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])));
  response.end(body);
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
