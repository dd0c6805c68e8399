import type { FormField } from "#core/form/read-form.ts";
import { answerOf, entriesOf, isObject, parseJson } from "#core/source/json.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { readMultipart } from "#functions/http/read-multipart.ts";
import { decodeUtf8, readUrlEncoded } from "#functions/http/url-encoded.ts";

/** The fields of a form's post, and whether a program wrote them as JSON; or that its body cannot be read. */
export type ReadFields =
  | { readonly kind: "fields"; readonly fields: readonly FormField[]; readonly isJson: boolean }
  | { readonly kind: "unreadable"; readonly problem: string; readonly remedy: string };

/** More than any form has. What comes after is let go. */
const mostFields = 500;

/** Reads the body in whichever of the ways pages and programs send a form. Files are dropped: nothing here asks for one. */
export async function readFields(request: Pick<HttpRequest, "headers" | "body">): Promise<ReadFields> {
  const contentType = request.headers["content-type"] ?? "";
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "multipart/form-data") return readParts(request.body, contentType);
  if (mediaType === "application/json" || mediaType.endsWith("+json") || mediaType === "text/plain") return readJsonFields(request.body);
  if (mediaType === "application/x-www-form-urlencoded" || mediaType === "") {
    const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1];
    const fields = readUrlEncoded(request.body, charset);
    return fields === undefined ? unreadable(`The character set ${charset ?? ""} is not known.`) : found(fields, false);
  }
  return unreadable(`A body of the type ${mediaType.slice(0, 100)} is not one a form sends.`);
}

async function readParts(body: Uint8Array, contentType: string): Promise<ReadFields> {
  const parts = await readMultipart(body, contentType);
  return parts === undefined ? unreadable("The body is not multipart/form-data as its own header says.") : found(parts.fields, false);
}

/** A JSON object's scalars, and the scalars of its arrays; deeper things are no fields. */
function readJsonFields(body: Uint8Array): ReadFields {
  const text = decodeUtf8(body);
  const json = text === undefined ? undefined : parseJson(text);
  if (!isObject(json)) return unreadable("The body is not a JSON object.");
  const fields = entriesOf(json).flatMap(([name, value]) => {
    const answer = answerOf(value);
    return (Array.isArray(answer) ? answer : [answer ?? ""]).map((one): FormField => [name, String(one)]);
  });
  return found(fields, true);
}

function found(fields: readonly FormField[], isJson: boolean): ReadFields {
  return { kind: "fields", fields: fields.slice(0, mostFields), isJson };
}

function unreadable(problem: string): ReadFields {
  return { kind: "unreadable", problem, remedy: "Send application/x-www-form-urlencoded, multipart/form-data or a JSON object." };
}
