import type { ServerResponse } from "node:http";
import * as z from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const structuredSchema = z.looseObject({
  statusCode: z.coerce.number().int(),
  headers: z.record(z.string(), scalar).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(""),
  isBase64Encoded: z.boolean().default(false),
});

/** Writes what a function answered, as the HTTP API does: without a `statusCode` the answer itself is the body, as JSON. */
export function writeAnswer(response: ServerResponse, answer: unknown): void {
  const structured = structuredSchema.safeParse(answer);
  if (!structured.success) {
    const body = typeof answer === "string" ? answer : JSON.stringify(answer ?? null);
    writeBytes(response, 200, { "content-type": "application/json" }, Buffer.from(body));
    return;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.data;
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const all = { "content-type": "text/plain;charset=utf-8", ...named, ...(cookies.length === 0 ? {} : { "set-cookie": cookies }) };
  writeBytes(response, statusCode, all, Buffer.from(body, isBase64Encoded ? "base64" : "utf8"));
}

/** A short message in the gateway's own words, as the service answers when no function did. */
export function writeMessage(response: ServerResponse, status: number, message: string): void {
  writeBytes(response, status, { "content-type": "application/json" }, Buffer.from(JSON.stringify({ message })));
}

export function writeBytes(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | string[]>>,
  bytes: Buffer,
): void {
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  response.end(bytes);
}
