import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "#contract/problem.ts";

const titles: Readonly<Record<string, string>> = {
  "invalid-request": "The request is not valid",
  unauthorized: "Not authorised",
  forbidden: "Not allowed",
  "not-a-member": "Not in the team",
  "identity-provider-unreachable": "The identity provider cannot be asked",
  "last-owner": "A team needs an owner",
  "too-large": "Too large",
  "unsupported-type": "Not JSON",
  "too-many-requests": "Too many requests",
  "idempotency-key-reused": "This key was used for another request",
  "shown-once": "It was shown once",
  "not-found": "Not found",
  merged: "Merged with another person",
  "not-sent": "The mail did not leave",
  conflict: "It has changed meanwhile",
  "version-changed": "Somebody published another version meanwhile",
  "source-changed": "Somebody changed the source meanwhile",
  internal: "Something went wrong",
};

/** An RFC 9457 problem document. `code` is stable; `detail` and `remedy` are for people. */
export function answerProblem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  more: Pick<Problem, "detail" | "field" | "remedy">,
): Response {
  return c.body(JSON.stringify(problemOf(status, code, c.req.path, more)), status, { "Content-Type": "application/problem+json" });
}

export function problemOf(status: number, code: string, instance: string, more: Pick<Problem, "detail" | "field" | "remedy">): Problem {
  return { type: `urn:relance:problem:${code}`, title: titles[code] ?? code, status, code, instance, ...more };
}
