import { answerHandshake } from "#core/source/handshake.ts";
import { kindOf } from "#core/source/kinds/registry.ts";
import type { Source } from "#core/source/source.ts";
import { sourceAt } from "#core/source/source-at.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { problemAnswer } from "#functions/http/problem.ts";
import { securityHeaders } from "#functions/http/security-headers.ts";
import { postHook, rawDelivery } from "./post-hook.ts";
import { deliverByPost, mayPost, refusedHandshake, unknownSource } from "./problems.ts";
import type { Reception } from "./reception.ts";

/** Answers whoever calls a source's address: a delivery, or a tool that tries the address first. */
export async function answerHook(
  reception: Reception,
  request: HttpRequest,
  sourceId: string,
  token: string | undefined,
): Promise<HttpAnswer> {
  const source = /^src_\w{1,60}$/.test(sourceId) ? await reception.workshop.stores.sources.find(sourceId) : undefined;
  if (source === undefined || source.disabledAt !== undefined || source.deletedAt !== undefined) return problemAnswer(unknownSource);
  if (request.method === "POST") return postHook(reception, request, source, token);
  if (request.method === "OPTIONS") return mayPost;
  return answerTry(reception, request, source, token);
}

function answerTry({ workshop }: Reception, request: HttpRequest, source: Source, token: string | undefined): HttpAnswer {
  const now = workshop.runtime.now();
  const answer = answerHandshake(kindOf(source.kind).handshake, sourceAt(source, now), rawDelivery(request, token, now));
  switch (answer.kind) {
    case "answer":
      return {
        statusCode: 200,
        headers: { ...securityHeaders, "content-type": answer.contentType },
        body: request.method === "HEAD" ? "" : answer.body,
      };
    case "refused":
      return problemAnswer(refusedHandshake(answer.problem, answer.remedy));
    case "none":
      return problemAnswer(deliverByPost, { allow: "POST" });
  }
}
