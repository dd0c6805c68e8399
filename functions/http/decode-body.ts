import type { DecodedBody } from "#core/source/delivery.ts";
import { parseJson } from "#core/source/json.ts";
import { readMultipart } from "./read-multipart.ts";
import { readText } from "./read-text.ts";
import { readUrlEncoded } from "./url-encoded.ts";

/** What a body says, whatever it is written in. `empty` says nothing: a sender that only tries the address. */
export type ReadBody =
  | { readonly kind: "decoded"; readonly decoded: DecodedBody }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable"; readonly problem: string; readonly remedy: string };

/** More than any form has. What comes after is let go. */
const mostFields = 500;

/** Reads a body by its type, and by what it is where senders get the type wrong: many post JSON as `text/plain`, or as a form. */
export async function decodeBody(contentType: string | undefined, body: Uint8Array): Promise<ReadBody> {
  if (body.length === 0) return { kind: "empty" };
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "multipart/form-data") return readParts(body, contentType ?? "");
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? "")?.[1];
  const text = readText(body, charset);
  if (text === undefined) return unreadable(`The character set ${(charset ?? "").slice(0, 50)} is not known.`, "Send it in UTF-8.");
  if (text.trim() === "") return { kind: "empty" };
  const json = parseJson(text);
  const isObject = typeof json === "object" && json !== null;
  if (mediaType === "application/x-www-form-urlencoded" && !isObject) return readFields(body, charset);
  if (json !== undefined) return { kind: "decoded", decoded: { kind: "json", json } };
  if (!mediaType.endsWith("json") && /^[^\s{}<>"]{1,200}=/.test(text)) return readFields(body, charset);
  return unreadable("The body is neither JSON nor a form’s fields.", "Let the tool send JSON, or the fields of its form.");
}

function readFields(body: Uint8Array, charset: string | undefined): ReadBody {
  const fields = readUrlEncoded(body, charset);
  if (fields === undefined) return unreadable(`The character set ${(charset ?? "").slice(0, 50)} is not known.`, "Send it in UTF-8.");
  return { kind: "decoded", decoded: { kind: "fields", fields: fields.slice(0, mostFields) } };
}

async function readParts(body: Uint8Array, contentType: string): Promise<ReadBody> {
  const parts = await readMultipart(body, contentType);
  return parts === undefined
    ? unreadable("The body is not multipart/form-data as its own header says.", "Let the tool send its form’s fields, or JSON.")
    : { kind: "decoded", decoded: { kind: "fields", ...parts } };
}

function unreadable(problem: string, remedy: string): ReadBody {
  return { kind: "unreadable", problem, remedy };
}
