import { newId } from "#core/id/id.ts";
import { parseJson } from "#core/source/json.ts";
import { isTrusted } from "#core/source/is-trusted.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { givenBy } from "#core/source/given.ts";
import { sourceAt } from "#core/source/source-at.ts";
import type { Source } from "#core/source/source.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import { type HttpAnswer, jsonAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { problemAnswer } from "#functions/http/problem.ts";
import { badSignature, largestBody, refusedArrival, tooLarge, unknownSource, unreadableBody } from "./problems.ts";
import type { Reception } from "./reception.ts";
import { decodeUtf8 } from "./url-encoded.ts";

/** Takes one delivery of a webhook. Nothing of the body is believed, or even parsed, before its signature holds. */
export async function postHook(reception: Reception, request: HttpRequest, sourceId: string, token?: string): Promise<HttpAnswer> {
  const { stores, runtime } = reception.workshop;
  if (request.body.length > largestBody) return problemAnswer(tooLarge);
  const source = /^src_\w{1,60}$/.test(sourceId) ? await stores.sources.find(sourceId) : undefined;
  if (source === undefined || source.disabledAt !== undefined || source.deletedAt !== undefined) return problemAnswer(unknownSource);
  const now = runtime.now();
  const { method, headers, query, body } = request;
  const delivery = {
    method,
    url: `https://${headers["host"] ?? ""}/${request.segments.join("/")}`,
    headers,
    query,
    token,
    body,
    now,
  };
  if (!isTrusted(sourceAt(source, now), delivery)) return problemAnswer(badSignature);
  return takeDelivery(reception, request, source);
}

async function takeDelivery({ workshop, receive }: Reception, request: HttpRequest, source: Source): Promise<HttpAnswer> {
  const { headers, query, body } = request;
  const text = decodeUtf8(body);
  const json = text === undefined ? undefined : parseJson(text);
  if (json === undefined) return problemAnswer(unreadableBody("It is not JSON in UTF-8.", "Send the event as JSON."));
  const [read] = readDelivery(source, { headers, query, body, decoded: { kind: "json", json } });
  if (read?.kind === "problem") return problemAnswer(refusedArrival(read));
  // A sender that is refused tries again for days, or gives up on us: what is no arrival is taken and let go.
  if (read?.kind !== "read") return jsonAnswer(200, { status: "ignored", because: read?.kind === "ignored" ? read.because : "" });
  const now = workshop.runtime.now();
  const { submission } = await receive(
    newSubmission({
      id: newId("submission", now, workshop.runtime.random(16)),
      source: `hook:${source.id}`,
      sourceKind: source.kind,
      basis: source.basis,
      given: givenBy(source),
      extracted: read.extracted,
      ip: undefined,
      receivedAt: now,
    }),
  );
  return jsonAnswer(200, { id: submission.id, status: "accepted" });
}
