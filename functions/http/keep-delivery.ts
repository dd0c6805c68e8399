import { gunzipSync, gzipSync } from "node:zlib";
import { type KeptDelivery, maskValues } from "#core/submission/kept-delivery.ts";

/** The most of a body that is kept, in bytes after gzip: an item of the table ends at 400 KB, its headers included (DynamoDB). */
const mostKept = 300_000;
/** What is kept of a body that packs to more: its beginning, in bytes before gzip, which even noise does not make larger. */
const headKept = 200_000;
/** More than any delivery that is taken. */
const mostInflated = 8_000_000;

/** What came over the wire as it is kept: the body without its encodings, packed; headers and query with their secrets masked. */
export function keepDelivery(came: {
  readonly id: KeptDelivery["id"];
  readonly source: string;
  readonly eventId: string;
  readonly receivedAt: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}): KeptDelivery {
  const { body, headers, query, ...known } = came;
  const packed = gzipSync(body);
  const isWhole = packed.length <= mostKept;
  return {
    ...known,
    headers: maskValues(headers),
    query: maskValues(query),
    bytes: body.length,
    kept: isWhole ? "whole" : "head",
    body: new Uint8Array(isWhole ? packed : gzipSync(body.subarray(0, headKept))),
  };
}

/** The bytes that were kept; undefined where none were. */
export function keptBody({ body }: Pick<KeptDelivery, "body">): Uint8Array | undefined {
  return body === undefined ? undefined : new Uint8Array(gunzipSync(body, { maxOutputLength: mostInflated }));
}
