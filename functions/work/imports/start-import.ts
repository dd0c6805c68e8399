import { guessColumns } from "#core/import/guess-columns.ts";
import { type FileRow, type Import, type ImportId, noRows } from "#core/import/import.ts";
import { readRow } from "#core/import/read-row.ts";
import { isTarget } from "#core/import/target.ts";
import { newId } from "#core/id/id.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { type CsvFile, CsvProblem, readCsv } from "#functions/imports/read-csv.ts";
import { unpackFile } from "#functions/imports/unpack-file.ts";
import type { Workshop } from "../workshop.ts";

/** How many rows one chunk has, and how many characters: packed, it stays far under an item's 400 KB. */
const chunkRows = 200;
const chunkCharacters = 150_000;

export interface ImportRequest {
  readonly name: string;
  readonly file: Uint8Array;
  /** What columns are, by their headings: instead of the guess. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly by: string;
  readonly basis: Import["basis"];
  readonly evidence?: string;
  readonly dryRun: boolean;
  readonly overwrite: boolean;
  readonly tags: readonly string[];
}

export interface ImportProblem {
  readonly kind: "problem";
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Reads a list, stores its rows chunk by chunk and puts it into the due index: what is answered is kept, and goes on by itself. */
export async function startImport(
  workshop: Workshop,
  request: ImportRequest,
): Promise<{ readonly kind: "started"; readonly import: Import } | ImportProblem> {
  const { stores, definitions, runtime } = workshop;
  const read = await readList(request, (await definitions.judging()).declarations);
  if (read.kind === "problem") return read;
  if (!read.columns.some(({ target }) => target === "email")) {
    return problem("mapping.email", "No column is the e-mail address.", `Say which: {"${read.csv.headers[0] ?? "E-mail"}": "email"}.`);
  }
  const now = runtime.now();
  const id = newId("import", now, runtime.random(10));
  const earlier = request.dryRun ? earlierChunks(read.columns, (await definitions.judging()).declarations) : undefined;
  const stored = await storeRows(workshop, id, read.csv, earlier);
  if ("problem" in stored) return stored;
  if (stored.rows === 0) return problem("file", "The file has a heading and no rows.", "Send a CSV with a row a person.");
  const job: Import = {
    id,
    rev: 1,
    name: request.name.slice(0, 200),
    by: request.by,
    basis: request.basis,
    ...(request.evidence === undefined ? {} : { evidence: request.evidence }),
    dryRun: request.dryRun,
    overwrite: request.overwrite,
    tags: [...request.tags],
    columns: read.columns.map((column) => ({ ...column })),
    encoding: read.csv.encoding,
    delimiter: read.csv.delimiter,
    rows: stored.rows,
    chunks: stored.chunks,
    next: 0,
    tally: noRows,
    state: "running",
    attempts: 0,
    createdAt: now,
    dueAt: now,
  };
  await stores.imports.create(job);
  return { kind: "started", import: job };
}

/** What a list is, before anything is done with it. */
export interface ReadList {
  readonly kind: "list";
  readonly csv: CsvFile;
  readonly columns: ReturnType<typeof guessColumns>;
}

export async function readList(
  { file, mapping }: Pick<ImportRequest, "file" | "mapping">,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Promise<ReadList | ImportProblem> {
  const unpacked = unpackFile(file);
  if (unpacked.kind === "problem") return problem("file", unpacked.problem, unpacked.remedy);
  try {
    const csv = await readCsv(unpacked.bytes);
    const columns = mapping === undefined ? guessColumns(csv.headers, declarations) : mapped(csv.headers, mapping, declarations);
    if ("problem" in columns) return columns;
    return { kind: "list", csv, columns };
  } catch (thrown) {
    if (thrown instanceof CsvProblem) return problem("file", thrown.message, thrown.remedy);
    throw thrown;
  }
}

function mapped(
  headers: readonly string[],
  mapping: Readonly<Record<string, string | null>>,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): ReturnType<typeof guessColumns> | ImportProblem {
  const taken = new Map<string, string>();
  for (const [header, target] of Object.entries(mapping)) {
    if (!headers.includes(header))
      return problem(`mapping.${header}`, "The file has no such column.", `Use one of: ${headers.join(", ")}.`);
    if (target === null || target === "") continue;
    if (!isTarget(target, declarations))
      return problem(
        `mapping.${header}`,
        `“${target}” is nothing a column can be.`,
        "Use an attribute of person.yaml, email, tags, owner, stage, value, consentAt …",
      );
    const other = taken.get(target);
    if (other !== undefined) return problem(`mapping.${header}`, `“${other}” is ${target} already.`, "Let one column be it.");
    taken.set(target, header);
  }
  return headers.map((header) => ({ header, target: mapping[header] === "" ? null : (mapping[header] ?? null) }));
}

async function storeRows(
  { stores }: Workshop,
  id: ImportId,
  csv: CsvFile,
  earlier?: EarlierChunk,
): Promise<{ readonly rows: number; readonly chunks: number } | ImportProblem> {
  let [rows, chunks, characters] = [0, 0, 0];
  let chunk: FileRow[] = [];
  const store = async (): Promise<void> => {
    if (chunk.length === 0) return;
    await stores.imports.putRows(id, chunks, chunk);
    chunks += 1;
    chunk = [];
    characters = 0;
  };
  try {
    for await (const row of csv.rows) {
      rows += 1;
      const before = earlier?.(row, chunks);
      chunk.push(before === undefined ? row : { ...row, earlier: before });
      characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
      if (chunk.length >= chunkRows || characters >= chunkCharacters) await store();
    }
  } catch (thrown) {
    if (thrown instanceof CsvProblem) return problem("file", thrown.message, thrown.remedy);
    throw thrown;
  }
  await store();
  return { rows, chunks };
}

/** The last chunk before in which a row's address stands, if one does. */
type EarlierChunk = (row: FileRow, chunk: number) => number | undefined;

/** Keeps eight bytes of each address: a dry run tells of whoever stands in the list twice what the list itself would do. */
function earlierChunks(columns: ReadList["columns"], declarations: Readonly<Record<string, AttributeDeclaration>>): EarlierChunk {
  const seen = new Map<number, number>();
  const asStored = columns.map((column) => ({ ...column }));
  return (file, chunk) => {
    const read = readRow(file, { columns: asStored }, declarations);
    if (read.kind === "refused") return undefined;
    const place = Number.parseInt(read.row.addressHash.slice(0, 13), 16);
    const before = seen.get(place);
    seen.set(place, chunk);
    return before === chunk ? undefined : before;
  };
}

function problem(field: string, what: string, remedy: string): ImportProblem {
  return { kind: "problem", field, problem: what, remedy };
}
