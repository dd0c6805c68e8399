import type { Form } from "#core/form/form.ts";
import type { Screening } from "#core/form/screen-post.ts";
import { newId } from "#core/id/id.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import type { Extracted, Submission } from "#core/submission/submission.ts";
import { quarantined } from "#core/submission/submission-of.ts";
import { day, hour, type Instant } from "#core/time/instant.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { keepDelivery } from "#functions/http/keep-delivery.ts";
import type { Reception } from "./reception.ts";

/** How long what was kept apart as a machine's can be taken in after all, in milliseconds. */
const apartFor = 90 * day;
/** Kept apart of one form in an hour; beyond, they are only counted: nobody can fill the table through a trap. */
const mostApart = 60;
/** The largest body that is kept of what was kept apart, in bytes. */
const largestApart = 16_384;

/** Stores a post as it was judged, and answers the submission it is told as: the first, where the same event had come before. */
export async function keepPost(
  reception: Reception,
  request: HttpRequest,
  form: Form,
  extracted: Extracted,
  screening: Exclude<Screening, { readonly kind: "refuse" }>,
): Promise<Submission> {
  const { runtime, stores } = reception.workshop;
  const now = runtime.now();
  const id = newId("submission", now, runtime.random(16));
  const { headers, query, body } = request;
  const source = `form:${form.form}`;
  const basis = form.consent.basis;
  const { doubleOptIn } = form.consent;
  const formVersion = await reception.workshop.definitions.formVersion(form.form);
  const fresh = newSubmission({
    id,
    source,
    sourceKind: "form",
    basis,
    doubleOptIn,
    formVersion,
    extracted,
    ip: request.ip,
    receivedAt: now,
  });
  const judged: Submission = screening.signs.length === 0 ? fresh : { ...fresh, signs: [...screening.signs] };
  const delivery = keepDelivery({ headers, query, body, id, source, eventId: extracted.eventId, receivedAt: now });
  switch (screening.kind) {
    case "take":
      return (await reception.receive(judged, delivery)).submission;
    case "hold": {
      const { reason: problem, remedy } = screening;
      return (await reception.receive(quarantined(judged, { code: "challenge-down", problem, remedy }), delivery)).submission;
    }
    case "discard": {
      await stores.counters.add("discarded", now, 1);
      if (!(await hasRoom(reception, form, now))) return judged;
      const expiresAt = now + apartFor;
      const { dueAt: _, ...rest } = judged;
      const apart: Submission = { ...rest, status: "discarded", reason: screening.reason, expiresAt };
      return (await reception.receive(apart, { ...bounded(delivery), expiresAt })).submission;
    }
  }
}

async function hasRoom({ workshop }: Reception, form: Form, now: Instant): Promise<boolean> {
  const window = Math.floor(now / hour) * hour;
  return (await workshop.stores.rates.count(`form_apart_${form.form}`, window, window + 2 * hour)) <= mostApart;
}

function bounded(delivery: KeptDelivery): KeptDelivery {
  if ((delivery.body?.length ?? 0) <= largestApart) return delivery;
  const { body: _, ...rest } = delivery;
  return { ...rest, kept: "none" };
}
