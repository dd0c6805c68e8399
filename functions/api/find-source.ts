import type { SourceStore } from "#core/ports/source-store.ts";
import { isId } from "#core/id/id.ts";
import type { Source } from "#core/source/source.ts";
import { audit, type Change } from "./audit.ts";
import type { ApiContext } from "./app.ts";
import { answerProblem } from "./problems.ts";
import type { ApiRequest } from "./route.ts";

/** A source by its id, unless it was deleted. */
export async function findSource(sources: SourceStore, id: string): Promise<Source | undefined> {
  const source = isId("source", id) ? await sources.find(id) : undefined;
  return source?.deletedAt === undefined ? source : undefined;
}

export function unknownSource(c: ApiRequest) {
  return answerProblem(c, 404, "not-found", { detail: "No source has this id.", field: "id", remedy: "See GET /api/sources." });
}

/** What became of changing a source: `stale` where somebody else was quicker, or quicker than the `If-Match` knows. */
export type Changed = { readonly kind: "changed"; readonly source: Source } | { readonly kind: "stale" };

/** Stores a source after a change of it, if it is still the one the caller read, and writes the change to the log. */
export async function storeChange(
  c: ApiRequest,
  context: ApiContext,
  before: Source,
  after: Source,
  change: Omit<Change, "subject">,
): Promise<Changed> {
  const rev = before.rev ?? 1;
  const match = /^(?:W\/)?"?(\d+)"?$/.exec(c.req.header("if-match") ?? "")?.[1];
  if (match !== undefined && Number(match) !== rev) return { kind: "stale" };
  const next = { ...after, rev: rev + 1 };
  if ((await context.workshop.stores.sources.save(next)) === "conflict") return { kind: "stale" };
  await audit(c, context, { ...change, subject: { kind: "source", id: before.id } });
  return { kind: "changed", source: next };
}

export function staleSource(c: ApiRequest) {
  return answerProblem(c, 412, "source-changed", {
    detail: "Somebody changed this source meanwhile.",
    field: "If-Match",
    remedy: "Read it again, and make the change on what it is now.",
  });
}
