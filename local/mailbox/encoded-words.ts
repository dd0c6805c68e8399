/** Decodes the encoded words of a header (RFC 2047, in UTF-8), as a mail program shows it. */
export function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(/(?:=\?utf-8\?b\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat([...run.matchAll(/\?b\?([^?]*)\?=/gi)].map(([, data = ""]) => Buffer.from(data, "base64"))).toString("utf8"),
    );
}
