import { utf8ToBytes } from "@noble/hashes/utils.js";
import { parseJson } from "#core/source/json.ts";
import type { JsonDelivery } from "#core/source/json-mapping.ts";

/** A delivery as intake hands it to the adapters: written to bytes and parsed again. */
export function delivery(payload: unknown, headerEventId?: string): JsonDelivery {
  const text = JSON.stringify(payload);
  return { json: parseJson(text) ?? null, body: utf8ToBytes(text), headerEventId };
}
