import { newId } from "#core/id/id.ts";
import type { AuditEntry } from "#core/audit/audit-entry.ts";
import type { ApiWorkshop } from "#functions/work/workshop.ts";
import type { ApiRequest } from "./route.ts";

/** What a route says of the change it made. */
export type Change = Pick<AuditEntry, "action" | "subject" | "from" | "to" | "reason">;

/** Writes a change to the log, under the name of who asked for it. Every route that changes anything calls it. */
export async function audit(
  c: ApiRequest,
  { workshop }: { readonly workshop: Pick<ApiWorkshop, "stores" | "runtime"> },
  change: Change,
): Promise<void> {
  const { stores, runtime } = workshop;
  const { kind, id, name } = c.get("caller");
  const now = runtime.now();
  await stores.audit.append({ id: newId("audit", now, runtime.random(10)), at: now, by: { kind, id, name }, ...change });
  c.set("audited", true);
}

/** Says that a request which is no GET changes nothing: there is nothing to log. */
export function changesNothing(c: ApiRequest): void {
  c.set("audited", true);
}
