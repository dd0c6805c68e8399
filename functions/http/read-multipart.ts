import { createHash } from "node:crypto";
import type { FormField } from "#core/form/read-form.ts";
import type { DroppedFile } from "#core/source/delivery.ts";

/** The fields of a form with parts, and the files that were dropped. */
export interface Multipart {
  readonly fields: readonly FormField[];
  readonly files: readonly DroppedFile[];
}

/** More than any form has. What comes after is let go. */
const mostFields = 500;
const mostFiles = 50;

/** Node's reader takes no boundary shorter than this. */
const shortestBoundary = 27;

/**
 * Reads `multipart/form-data` (RFC 7578): undefined if the body is not what its header says. Node's own parser does it (the
 * Fetch standard's `formData`), which neither hangs nor throws where nobody can catch it. RFC 2046 allows shorter boundaries
 * than it takes, and some senders use them: those are made longer first.
 */
export async function readMultipart(body: Uint8Array, contentType: string): Promise<Multipart | undefined> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const isShort = boundary.length < shortestBoundary;
  // A name that no body contains, for it is made from all of it.
  const long = isShort ? `b${createHash("sha256").update(body).digest("hex")}` : boundary;
  try {
    const bytes = isShort ? renamed(body, boundary, long) : Buffer.from(body);
    const data = await new Response(bytes, { headers: { "content-type": `multipart/form-data; boundary=${long}` } }).formData();
    const fields: FormField[] = [];
    const files: DroppedFile[] = [];
    data.forEach((value, field) => {
      if (typeof value === "string") fields.push([field, value]);
      else files.push({ field: field.slice(0, 200), fileName: value.name.slice(0, 200) });
    });
    return { fields: fields.slice(0, mostFields), files: files.slice(0, mostFiles) };
  } catch {
    return undefined;
  }
}

/** RFC 2046 section 5.1.1, without its spaces, which no sender uses. */
function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s"]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain ?? "";
  return /^[\w'()+,./:=?-]{1,70}$/.test(boundary) ? boundary : undefined;
}

/** The body with another boundary, where one stands: at the beginning of a line, and nowhere within a part. */
function renamed(body: Uint8Array, from: string, to: string): Buffer {
  const quoted = from.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const text = Buffer.from(body).toString("latin1");
  return Buffer.from(text.replace(new RegExp(`(^|\r\n)--${quoted}(?=\r\n|--)`, "g"), `$1--${to}`), "latin1");
}
