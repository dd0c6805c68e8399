import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import type { DefinitionStore } from "#core/ports/stores.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Authorized } from "../access/authorize.ts";
import { type HttpAnswer, jsonAnswer } from "../http/http-answer.ts";
import { readRequest } from "../http/http-request.ts";
import { problemAnswer } from "../http/problem.ts";
import { publishDefinitions } from "./publish-definitions.ts";

const requestSchema = z.strictObject({
  files: z.record(z.string().max(300), z.string()).describe("text by path under templates/"),
  note: z.string().max(500).optional(),
});

/** Answers `POST /api/publish`: 200 with what was published, 422 with every problem of every file. */
export async function answerPublish(
  event: APIGatewayProxyEventV2,
  context: { readonly authorized: Authorized; readonly store: DefinitionStore; readonly now: Instant },
): Promise<HttpAnswer> {
  if (context.authorized.kind === "refused") return problemAnswer(context.authorized.problem);
  const request = readBody(readRequest(event).body);
  if (request === undefined) {
    return problemAnswer({
      status: 400,
      code: "invalid-request",
      title: 'The body is not `{"files": {path: text}}`.',
      field: "files",
      remedy: "Use `npm run push`, or see /api/openapi.json.",
    });
  }
  const { files, note } = request;
  const result = await publishDefinitions({ store: context.store, files, now: context.now, ...(note === undefined ? {} : { note }) });
  if (result.kind === "published") return jsonAnswer(200, { published: result.published });
  const title = `${result.problems.length} problem${result.problems.length === 1 ? "" : "s"} in the files: nothing was published.`;
  return jsonAnswer(
    422,
    { type: "urn:relance:problem:files-invalid", title, status: 422, code: "files-invalid", problems: result.problems },
    { "content-type": "application/problem+json" },
  );
}

function readBody(body: Uint8Array): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  } catch {
    return undefined;
  }
}
