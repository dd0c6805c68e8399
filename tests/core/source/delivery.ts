import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { FormField } from "#core/form/read-form.ts";
import type { Delivery, RawDelivery } from "#core/source/delivery.ts";
import { parseJson } from "#core/source/json.ts";
import type { Mapping } from "#core/source/mapping.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import type { Extracted } from "#core/submission/submission.ts";

/** A delivery of JSON as intake hands it to the adapters: written to bytes and parsed again. */
export function delivery(payload: unknown, headers: Record<string, string> = {}): Delivery {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return { headers, query: {}, body: utf8ToBytes(text), decoded: { kind: "json", json: parseJson(text) ?? null } };
}

/** A delivery of a form's fields. */
export function fieldsDelivery(fields: readonly FormField[], files: readonly { field: string; fileName: string }[] = []): Delivery {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return { headers: {}, query: {}, body: utf8ToBytes(body), decoded: { kind: "fields", fields, files } };
}

/** The parts of what a kind reads out of a payload. */
export function partsOf(
  kind: SourceKindName,
  payload: unknown,
  mapping?: Mapping,
  headers: Record<string, string> = {},
): readonly ReadPart[] {
  return readDelivery({ kind, ...(mapping === undefined ? {} : { mapping }) }, delivery(payload, headers));
}

/** The only part of what a kind reads out of a payload. */
export function partOf(kind: SourceKindName, payload: unknown, mapping?: Mapping, headers: Record<string, string> = {}): ReadPart {
  const [part, ...more] = partsOf(kind, payload, mapping, headers);
  if (part === undefined || more.length > 0) throw new Error(`expected one part, got ${more.length + 1}`);
  return part;
}

/** The person a kind reads out of a payload. */
export function extractedOf(kind: SourceKindName, payload: unknown, mapping?: Mapping, headers: Record<string, string> = {}): Extracted {
  return extractedIn(partOf(kind, payload, mapping, headers));
}

export function extractedIn(part: ReadPart | undefined): Extracted {
  if (part?.kind !== "read") throw new Error(`expected a person, got ${JSON.stringify(part)}`);
  return part.extracted;
}

/** Answers by their keys. */
export function answersIn({ answers }: Extracted): Readonly<Record<string, unknown>> {
  return Object.fromEntries(answers.map(({ key, value }) => [key, value]));
}

/** A request as it comes, before anything is believed of it. */
export function rawDelivery(body: Uint8Array | string, headers: Record<string, string>, change: Partial<RawDelivery> = {}): RawDelivery {
  return {
    method: "POST",
    url: "https://relance.example/hooks/src_1",
    headers,
    query: {},
    token: undefined,
    body: typeof body === "string" ? utf8ToBytes(body) : body,
    now: 1_614_265_330_000,
    ...change,
  };
}
