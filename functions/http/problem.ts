import { type HttpAnswer, jsonAnswer } from "./http-answer.ts";

/** A problem as RFC 9457 tells it. `code` is stable for programs; `field` and `remedy` say which input, and what would mend it. */
export interface HttpProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly field?: string;
  readonly remedy?: string;
  /** Everything that is wrong, where it is more than one thing. */
  readonly problems?: readonly Readonly<Record<string, string>>[];
}

/** `application/problem+json`. The type is a name and no address: there is nothing to fetch (RFC 9457 section 3.1.1). */
export function problemAnswer(problem: HttpProblem, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  const { status, code, title, ...rest } = problem;
  const body = { type: `urn:relance:problem:${code}`, title, status, code, ...rest };
  // A 401 must say how to do better (RFC 9110 section 15.5.2).
  const challenge: Readonly<Record<string, string>> = status === 401 ? { "www-authenticate": 'Bearer realm="relance"' } : {};
  return jsonAnswer(status, body, { ...challenge, ...headers, "content-type": "application/problem+json" });
}

export const notFound: HttpProblem = { status: 404, code: "not-found", title: "There is nothing at this address." };
