import type { Delivery } from "#core/source/delivery.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import type { Source } from "#core/source/source.ts";
import { eventIdOfBody } from "#core/submission/event-id.ts";
import type { Instant } from "#core/time/instant.ts";
import { decodeBody } from "#functions/http/decode-body.ts";

/** A body as it came, with what stood around it. */
export type Came = Pick<Delivery, "headers" | "query" | "body"> & { readonly receivedAt: Instant };

/** A delivery as the adapters see it; or why it cannot be. */
export type Decoded = { readonly kind: "delivery"; readonly delivery: Delivery } | { readonly kind: "none"; readonly read: ReadPart };

/** Decodes a body. What cannot be decoded is told as the one part of its delivery: in quarantine, like all that cannot be read. */
export async function decodeDelivery(came: Came): Promise<Decoded> {
  const body = await decodeBody(came.headers["content-type"], came.body);
  switch (body.kind) {
    case "decoded":
      return { kind: "delivery", delivery: { ...came, decoded: body.decoded } };
    case "empty":
      return { kind: "none", read: { kind: "ignored", because: "The delivery is empty.", eventId: eventIdOfBody(came.body) } };
    case "unreadable": {
      const { problem, remedy } = body;
      return {
        kind: "none",
        read: { kind: "problem", field: "body", code: "not-this-kind", problem, remedy, eventId: eventIdOfBody(came.body) },
      };
    }
  }
}

/** Reads a delivery with a source's mapping: now, or again. */
export async function readCame(source: Pick<Source, "kind" | "mapping">, came: Came): Promise<readonly ReadPart[]> {
  const decoded = await decodeDelivery(came);
  return decoded.kind === "none" ? [decoded.read] : readDelivery(source, decoded.delivery);
}
