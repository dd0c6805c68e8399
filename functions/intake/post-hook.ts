import { newId } from "#core/id/id.ts";
import type { RawDelivery } from "#core/source/delivery.ts";
import { isTrusted } from "#core/source/is-trusted.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import type { Source } from "#core/source/source.ts";
import { sourceAt } from "#core/source/source-at.ts";
import { submissionOf } from "#core/submission/submission-of.ts";
import { hour, type Instant } from "#core/time/instant.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { inflateBody } from "#functions/http/inflate-body.ts";
import { keepDelivery } from "#functions/http/keep-delivery.ts";
import { problemAnswer } from "#functions/http/problem.ts";
import { type Came, readCame } from "#functions/work/read-kept.ts";
import type { Received } from "#functions/work/receive.ts";
import { answerDelivery, type TakenPart } from "./answer-delivery.ts";
import { badSignature, largestDelivery, tooLargeDelivery, unknownEncoding } from "./problems.ts";
import type { Reception } from "./reception.ts";

/** Events beyond this many of one delivery: no sender puts more into one. */
const mostParts = 200;

/** A delivery as it came, judged as nothing yet. */
export function rawDelivery(request: HttpRequest, token: string | undefined, now: Instant): RawDelivery {
  const { method, headers, query, body, target } = request;
  return {
    method,
    url: `${headers["x-forwarded-proto"] ?? "https"}://${headers["host"] ?? ""}${target}`,
    headers,
    query,
    token,
    body,
    now,
  };
}

/**
 * Takes one delivery of a webhook. Nothing of the body is believed, or even parsed, before its signature holds; from then on
 * nothing of it is lost: what cannot be read goes into quarantine, and its sender is told that it arrived, for senders who
 * are refused try again for days, and then give up on us for good (docs/intake.md).
 */
export async function postHook(reception: Reception, request: HttpRequest, source: Source, token: string | undefined): Promise<HttpAnswer> {
  const { beats, workshop } = reception;
  const now = workshop.runtime.now();
  if (request.body.length > largestDelivery) return problemAnswer(tooLargeDelivery);
  const inflated = inflateBody(request.body, request.headers["content-encoding"], largestDelivery);
  const raw = rawDelivery(request, token, now);
  const known = sourceAt(source, now);
  // Most sign what they wrote and then pack it; some sign what they packed.
  const isTheirs = isTrusted(known, raw) || (inflated.kind === "body" && isTrusted(known, { ...raw, body: inflated.body }));
  if (!isTheirs) {
    await beats.tell(source.id, "refused", now, badSignature.code);
    return problemAnswer(badSignature);
  }
  if (inflated.kind === "too-large") return problemAnswer(tooLargeDelivery);
  if (inflated.kind === "unreadable") return problemAnswer(unknownEncoding);
  const { headers, query } = request;
  const came = { headers, query, body: inflated.body, receivedAt: now };
  const taken = await takeDelivery(reception, source, came, now);
  for (const part of taken) await beats.tell(source.id, beatOf(part), now, part.because);
  return answerDelivery(reception, request, taken);
}

async function takeDelivery(reception: Reception, source: Source, came: Came, now: Instant): Promise<readonly TakenPart[]> {
  const parts = (await readCame(source, came)).slice(0, mostParts);
  const taken: TakenPart[] = [];
  let first: string | undefined;
  for (const [index, part] of parts.entries()) {
    const one = await takePart(reception, source, came, { part, index, now, of: first });
    if (one.kind !== "ignored") first ??= one.submission.id;
    taken.push(one);
  }
  return taken;
}

/** The bytes are kept once, with the first of several; the others name it. */
async function takePart(
  { workshop, receive }: Reception,
  source: Source,
  came: Came,
  { part, index, now, of }: { readonly part: ReadPart; readonly index: number; readonly now: Instant; readonly of: string | undefined },
): Promise<TakenPart> {
  const id = newId("submission", now, workshop.runtime.random(16));
  if (part.kind === "problem" && (await isFlooded(workshop, source, now))) return { kind: "ignored", because: tooManyUnreadable };
  const submission = submissionOf(part, { id, source, receivedAt: now, part: index });
  if (submission === undefined) return { kind: "ignored", because: part.kind === "ignored" ? part.because : "" };
  const kept = keepDelivery({ ...came, id, source: submission.source, eventId: part.eventId, receivedAt: now });
  const { body: _, ...without } = kept;
  const received = await receive(submission, of === undefined ? kept : { ...without, kept: "none", of });
  return taken(received);
}

/** Posts of a page that cannot be read, kept in an hour: a page's own form sends none, and whoever finds its address could send any number. */
const mostUnreadable = 300;
const tooManyUnreadable = "More than 300 posts of this hour could not be read: this one was not kept.";

/** Only of pages: what a tool signs, or sends to a secret address, is kept however much of it there is. */
async function isFlooded({ stores }: Reception["workshop"], { id, kind }: Source, now: Instant): Promise<boolean> {
  if (kind !== "html") return false;
  const window = Math.floor(now / hour) * hour;
  return (await stores.rates.count(`unreadable_${id}`, window, window + 2 * hour)) > mostUnreadable;
}

function taken({ kind, submission }: Received): TakenPart {
  const { reason } = submission;
  return { kind, submission, ...(kind === "quarantined" && reason !== undefined ? { because: reason } : {}) };
}

function beatOf({ kind }: TakenPart) {
  return kind === "accepted" ? "received" : kind;
}
