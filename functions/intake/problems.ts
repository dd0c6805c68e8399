import type { FieldProblem } from "#core/form/field-problem.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import type { HttpProblem } from "#functions/http/problem.ts";
import { securityHeaders } from "#functions/http/security-headers.ts";
import { problemText } from "./problem-texts.ts";

/** Pages elsewhere may post to a form by script, read the answer, and run ours: a form is public, and no cookie is looked at. */
export const openToPages: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

/** A page elsewhere asks whether its script may post (fetch.spec.whatwg.org, CORS preflight). It may: no cookie is looked at. */
export const mayPost: HttpAnswer = {
  statusCode: 204,
  headers: {
    ...securityHeaders,
    ...openToPages,
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "content-type, idempotency-key",
    "access-control-max-age": "86400",
  },
  body: "",
};

/** The largest body taken, in bytes: far above any form, far below what the table could not keep. */
export const largestBody = 256 * 1024;

export const tooLarge: HttpProblem = {
  status: 413,
  code: "too-large",
  title: "The body is larger than 256 KB.",
  remedy: "Send the fields alone, without files.",
};

/** The largest delivery of a webhook, in bytes and without its encodings: what is larger carries files. */
export const largestDelivery = 1024 * 1024;

export const tooLargeDelivery: HttpProblem = {
  status: 413,
  code: "too-large",
  title: "The delivery is larger than 1 MB.",
  remedy: "Let the tool send the fields alone, without files.",
};

export const unknownEncoding: HttpProblem = {
  status: 415,
  code: "unknown-encoding",
  title: "The body’s Content-Encoding cannot be taken off.",
  remedy: "Send it as it is, or with gzip, deflate or br.",
};

export const deliverByPost: HttpProblem = {
  status: 405,
  code: "deliver-by-post",
  title: "Deliveries are posted to this address.",
  remedy: "Send a POST.",
};

export function refusedHandshake(problem: string, remedy: string): HttpProblem {
  return { status: 403, code: "handshake-refused", title: "The address cannot be confirmed.", detail: problem, remedy };
}

export const unknownForm: HttpProblem = {
  status: 404,
  code: "unknown-form",
  title: "There is no form of this name.",
  remedy: "Check the form's address against the name of its file in templates/forms.",
};

export const unknownSource: HttpProblem = {
  status: 404,
  code: "unknown-source",
  title: "There is no source at this address.",
  remedy: "Copy the address again from the source's page, or make a source by POST /api/sources.",
};

export const badSignature: HttpProblem = {
  status: 401,
  code: "bad-signature",
  title: "The delivery is not signed with this source's secret.",
  remedy: "Give the sender the same secret as the source, and check that its clock is right.",
};

export function unreadableBody(problem: string, remedy: string): HttpProblem {
  return { status: 400, code: "unreadable-body", title: "The body cannot be read.", detail: problem, remedy };
}

/** What is wrong with the fields of a form: the first as any problem tells it, and each with a sentence in its reader's language. */
export function refusedFields(problems: readonly FieldProblem[], language: string): HttpProblem {
  const [first] = problems;
  return {
    status: 422,
    code: first?.code ?? "unreadable-body",
    title: "The submission cannot be taken as it is.",
    ...(first === undefined ? {} : { detail: first.problem, field: first.field, remedy: first.remedy }),
    problems: problems.map((problem) => ({
      field: problem.field,
      code: problem.code,
      detail: problem.problem,
      remedy: problem.remedy,
      message: problemText(problem, language),
    })),
  };
}
