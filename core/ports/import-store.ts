import type { FileRow, Import, ImportId, RefusedRow } from "#core/import/import.ts";
import type { Page } from "./page.ts";
import type { Saved } from "./saved.ts";

/** Lists of people that are brought in, with their rows: a chunk of rows is one item. */
export interface ImportStore {
  create(job: Import): Promise<Saved>;
  find(id: ImportId): Promise<Import | undefined>;
  /** Stores `job` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(job: Import): Promise<Saved>;
  /** The lists there were, newest first. */
  page(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Import>>;
  putRows(id: ImportId, chunk: number, rows: readonly FileRow[]): Promise<void>;
  rows(id: ImportId, chunk: number): Promise<readonly FileRow[]>;
  putRefused(id: ImportId, chunk: number, rows: readonly RefusedRow[]): Promise<void>;
  /** The rows that were refused, chunk by chunk in the order of the file. */
  refused(id: ImportId, cursor?: string): Promise<Page<RefusedRow>>;
}
