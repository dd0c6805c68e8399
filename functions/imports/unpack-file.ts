import { gunzipSync } from "node:zlib";

/** What a file may have, in bytes, once it is unpacked: a list of some hundreds of thousands of people. */
const largest = 150 * 1024 * 1024;

export type UnpackedFile =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly problem: string; readonly remedy: string };

/** A file as it was sent: plain, or packed by gzip. What is no text at all is told by what it is. */
export function unpackFile(sent: Uint8Array): UnpackedFile {
  const bytes = sent[0] === 0x1f && sent[1] === 0x8b ? gunzip(sent) : sent;
  if (bytes === undefined) {
    return {
      kind: "problem",
      problem: "The file cannot be unpacked, or is larger than 150 MB.",
      remedy: "Send a whole .csv or .csv.gz, split if it is larger.",
    };
  }
  if (bytes.length === 0)
    return { kind: "problem", problem: "The file is empty.", remedy: "Send a CSV with a heading and a row a person." };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) {
    return {
      kind: "problem",
      problem: "This is a workbook or an archive, no CSV.",
      remedy: "Save the sheet as CSV (UTF-8) and send that.",
    };
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) {
    return { kind: "problem", problem: "This is an old Excel workbook, no CSV.", remedy: "Save the sheet as CSV (UTF-8) and send that." };
  }
  return { kind: "file", bytes };
}

function gunzip(packed: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(packed, { maxOutputLength: largest });
  } catch {
    return undefined;
  }
}
