import type { Caller } from "#core/access/caller.ts";
import { newId } from "#core/id/id.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Instant } from "#core/time/instant.ts";
import { type Applied, applyFact } from "#functions/work/apply-fact.ts";
import type { ApiContext } from "./app.ts";
import { audit, type Change } from "./audit.ts";
import { dossierOf } from "./find-person.ts";
import type { ApiRequest } from "./route.ts";

/** What every fact made by hand begins with. */
export interface ByHand {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
}

/** What came of an act: the person before it, and what applying it did. */
export type Acted =
  | { readonly kind: "unknown" }
  | { readonly kind: "acted"; readonly before: Dossier; readonly applied: Extract<Applied, { kind: "applied" }> };

/**
 * Does one thing to one person by hand: as a fact, like everything else that happens to them, so that rules, sequences,
 * timeline and bus learn of it alike; and writes it to the log.
 */
export async function actOnPerson(
  c: ApiRequest,
  context: ApiContext,
  id: string,
  act: (hand: ByHand, before: Dossier) => Fact,
  change: (before: Dossier) => Omit<Change, "subject">,
): Promise<Acted> {
  const { workshop } = context;
  const before = await dossierOf(workshop, id);
  if (before === undefined) return { kind: "unknown" };
  const now = workshop.runtime.now();
  const hand = { id: newId("event", now, workshop.runtime.random(10)), at: now, by: nameOf(c.get("caller")) };
  const applied = await applyFact(workshop, before.person.id, act(hand, before));
  if (applied.kind !== "applied") return { kind: "unknown" };
  await audit(c, context, { ...change(before), subject: { kind: "person", id } });
  return { kind: "acted", before, applied };
}

function nameOf(caller: Caller): string {
  return caller.name;
}
