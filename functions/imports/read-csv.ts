import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { FileRow } from "#core/import/import.ts";
import { type Encoding, encodingOf, textOf } from "./encoding.ts";

/** The signs that part cells, in the order they are preferred. */
const delimiters = [",", ";", "\t", "|"] as const;
/** More columns, or a longer row, is a file that was read wrongly. */
const mostColumns = 200;
const longestRow = 100_000;

export interface CsvFile {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** The rows beneath the heading, one by one. */
  readonly rows: AsyncIterable<FileRow>;
}

/** What keeps a file from being read as CSV at all. */
export class CsvProblem extends Error {
  readonly remedy: string;
  constructor(problem: string, remedy: string) {
    super(problem);
    this.remedy = remedy;
  }
}

/** Reads a CSV (RFC 4180) as spreadsheets write it: its encoding and its separator are told from what stands in it. */
export async function readCsv(bytes: Uint8Array): Promise<CsvFile> {
  const encoding = encodingOf(bytes);
  const { delimiter, skip } = delimiterOf(firstText(bytes, encoding));
  const records = recordsOf(bytes, encoding, delimiter, skip);
  const first = await records.next();
  const headers = first.done === true ? [] : first.value.cells.map((cell) => cell.trim());
  if (headers.every((header) => header === "")) throw new CsvProblem("The file has no heading.", "Name the columns in its first line.");
  if (headers.length > mostColumns)
    throw new CsvProblem(`The file has ${headers.length} columns.`, `Keep at most ${mostColumns}, or check its separator.`);
  return { encoding, delimiter, headers, rows: { [Symbol.asyncIterator]: () => records } };
}

async function* recordsOf(bytes: Uint8Array, encoding: Encoding, delimiter: string, skip: number): AsyncGenerator<FileRow> {
  const parser = Readable.from(textOf(bytes, encoding)).pipe(
    parse({
      delimiter,
      bom: true,
      from_line: 1 + skip,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }),
  );
  try {
    for await (const told of parser) {
      const { record, info } = told as { record: string[]; info: { lines: number } };
      yield { line: info.lines, cells: record };
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const [line, reason] = [thrown["lines"], reasonOf(thrown)];
    throw new CsvProblem(
      typeof line === "number" ? `The file cannot be read near line ${line}: ${reason}` : `The file cannot be read: ${reason}`,
      "Look for a quotation mark that is not closed, or save the sheet as CSV again.",
    );
  }
}

function reasonOf({ code }: CsvError): string {
  return code === "CSV_MAX_RECORD_SIZE" ? "a row is longer than any row is." : "its quotation marks do not match.";
}

function firstText(bytes: Uint8Array, encoding: Encoding): string {
  for (const text of textOf(bytes, encoding)) return text;
  return "";
}

/** The separator of the first line that has anything: the one Excel names (`sep=;`), else the most frequent outside of quotes. */
function delimiterOf(text: string): { readonly delimiter: string; readonly skip: number } {
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  if (named !== undefined) return { delimiter: named, skip: 1 };
  const line = text.split(/\r?\n/).find((one) => one.trim() !== "") ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return { delimiter: best.count === 0 ? "," : best.delimiter, skip: 0 };
}
