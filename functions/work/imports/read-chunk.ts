import type { FileRow, Import, RefusedRow } from "#core/import/import.ts";
import { type ImportedRow, readRow } from "#core/import/read-row.ts";
import type { Workshop } from "../workshop.ts";

/** A row of a list with what it says. */
export interface ReadFileRow {
  readonly file: FileRow;
  readonly row: ImportedRow;
}

/** Some hundred rows of a list, read. */
interface Chunk {
  readonly rows: readonly FileRow[];
  readonly good: readonly ReadFileRow[];
  readonly refused: readonly RefusedRow[];
}

export async function readChunk({ stores, definitions }: Workshop, job: Import, number: number): Promise<Chunk> {
  const rows = await stores.imports.rows(job.id, number);
  const { declarations } = await definitions.judging();
  const good: ReadFileRow[] = [];
  const refused: RefusedRow[] = [];
  for (const file of rows) {
    const read = readRow(file, job, declarations);
    if (read.kind === "row") good.push({ file, row: read.row });
    else refused.push(read.refused);
  }
  return { rows, good, refused };
}
