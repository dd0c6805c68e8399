import type { FormField } from "#core/form/read-form.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Json } from "./json.ts";

/** A request as it came, which is all that trust is judged by: nothing of a body is read before its signature holds. */
export interface RawDelivery {
  readonly method: string;
  /** The whole public address that was called, with its query: some senders sign it. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What stood in the address after the source's id; undefined where nothing did. */
  readonly token: string | undefined;
  readonly body: Uint8Array;
  readonly now: Instant;
}

/** A file that came with a form. Its bytes are let go; that it was there is noted. */
export interface DroppedFile {
  readonly field: string;
  readonly fileName: string;
}

/**
 * A body after its encodings are taken off: JSON, or a form's fields in the order they were sent. Whoever speaks HTTP decodes
 * (compression, character sets, multipart); adapters see values.
 */
export type DecodedBody =
  | { readonly kind: "json"; readonly json: Json }
  | { readonly kind: "fields"; readonly fields: readonly FormField[]; readonly files?: readonly DroppedFile[] };

/** One delivery as the adapters see it. */
export interface Delivery extends Pick<RawDelivery, "headers" | "query" | "body"> {
  readonly decoded: DecodedBody;
  /** When it first came; the same when it is read again. Without it equal bodies are one event, whenever they come. */
  readonly receivedAt?: Instant | undefined;
}
