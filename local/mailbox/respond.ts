import type { ServerResponse } from "node:http";
import { writeBytes } from "#local/gateway/write-answer.ts";

/** What every answer under `/local` carries: kept by nobody, read by no other site. */
export const sealed = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  writeBytes(response, status, { ...sealed, "content-type": "application/json" }, Buffer.from(`${JSON.stringify(value)}\n`));
}

/** A refusal as RFC 9457 problem details. */
export function writeProblem(
  response: ServerResponse,
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  writeBytes(
    response,
    status,
    { ...sealed, ...headers, "content-type": "application/problem+json" },
    Buffer.from(JSON.stringify({ status, title })),
  );
}
