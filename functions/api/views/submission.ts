import type { DeliveryView, PointableView, SubmissionView } from "#contract/sources.ts";
import type { Delivery } from "#core/source/delivery.ts";
import { pointablesIn } from "#core/source/point-at.ts";
import type { Source } from "#core/source/source.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import { toIso } from "#core/time/instant.ts";
import { explainFault, isThrown } from "#core/wording/explain-fault.ts";
import { inFrench } from "#core/wording/in-french.ts";
import type { Texts } from "#core/wording/texts.ts";
import { keptBody } from "#functions/http/keep-delivery.ts";
import { readText } from "#functions/http/read-text.ts";
import { decodeDelivery } from "#functions/work/read-kept.ts";
import { isoOrNull } from "./instants.ts";

export function submissionView(submission: Submission): SubmissionView {
  const { id, source, sourceKind, status, reason, problem, personId, duplicateOf, receivedAt, processedAt, attempts, extracted } =
    submission;
  const { signs = [], expiresAt } = submission;
  return {
    id,
    source,
    kind: sourceKind,
    status,
    reason: reason ?? null,
    reasonText: reason === undefined ? null : reasonText(reason, problem !== undefined),
    problem: problem === undefined ? null : { field: problem.field ?? null, code: problem.code, remedy: problem.remedy },
    personId: personId ?? null,
    duplicateOf: duplicateOf ?? null,
    receivedAt: toIso(receivedAt),
    processedAt: isoOrNull(processedAt),
    attempts,
    signs,
    expiresAt: isoOrNull(expiresAt),
    extracted,
  };
}

/** What was put aside says what is wrong with it; what waits or was given up, how working on it failed. */
function reasonText(reason: string, isPutAside: boolean): Texts {
  return !isPutAside && isThrown(reason) ? explainFault(reason) : { en: reason, fr: inFrench(reason) ?? reason };
}

/** The most of a body that is shown, in characters. */
const mostShown = 200_000;

/** What came over the wire, as somebody looks at it who wants to know how it was read. */
export async function deliveryView(kept: KeptDelivery, source: Pick<Source, "kind"> | undefined): Promise<DeliveryView> {
  const { headers, query, bytes, receivedAt } = kept;
  const body = keptBody(kept);
  const shown = { headers, query, bytes, kept: kept.kept };
  if (body === undefined) return { ...shown, text: null, fields: [], files: [] };
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  const text = (readText(body, charset) ?? readText(body, undefined) ?? "").slice(0, mostShown).toWellFormed();
  if (kept.kept === "head") return { ...shown, text, fields: [], files: [] };
  const decoded = await decodeDelivery({ headers, query, body, receivedAt });
  if (decoded.kind === "none") return { ...shown, text, fields: [], files: [] };
  const files = decoded.delivery.decoded.kind === "fields" ? (decoded.delivery.decoded.files ?? []) : [];
  return { ...shown, text, fields: fieldsOf(source, decoded.delivery), files: [...files] };
}

/** All that a mapping may point at; of our own forms, the fields as they were sent. */
export function fieldsOf(source: Pick<Source, "kind"> | undefined, delivery: Delivery): PointableView[] {
  if (source !== undefined) return pointablesIn(source, delivery).map(({ at, title, value }) => ({ at, title, value: value ?? null }));
  return delivery.decoded.kind === "fields" ? delivery.decoded.fields.map(([name, value]) => ({ at: name, title: name, value })) : [];
}
