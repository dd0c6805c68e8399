import type { AuditEntry } from "#core/audit/audit-entry.ts";
import type { Page } from "./page.ts";

/** What was changed through the API, and by whom. Entries are only ever added. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first: all of them, or those that one filter lets through. Each is a list of its own, so no page reads what it does not show. */
  page(page: { readonly limit: number; readonly cursor?: string; readonly only?: AuditFilter }): Promise<Page<AuditEntry>>;
}

/** Changes by one member or key; or changes to one kind of thing, as `person` or `sequence`. */
export type AuditFilter = { readonly by: string } | { readonly kind: string };
