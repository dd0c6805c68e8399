import { deterministicId } from "#core/id/id.ts";
import type { TokenSubject } from "#core/token/token.ts";
import { standsFor } from "./merge/stands-for.ts";
import { applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Honours an opt-out: the address is suppressed first, so that nothing leaves even if the rest must be tried again, then
 * the person, their runs and the bus are told. Doing it again changes nothing.
 */
export async function unsubscribe(workshop: Workshop, subject: TokenSubject): Promise<{ readonly kind: "unsubscribed" | "unknown" }> {
  const found = await standsFor(workshop.stores, subject.personId);
  if (found === undefined) return { kind: "unknown" };
  const { person } = found;
  const cause = subject.messageId ?? person.id;
  const at = person.suppressed?.reason === "unsubscribed" ? person.suppressed.at : workshop.runtime.now();
  // A human being said no, by whichever of their addresses.
  for (const addressHash of [person.addressHash, ...(person.aliases ?? []).map((alias) => alias.addressHash)])
    await workshop.stores.addresses.suppress(addressHash, { reason: "unsubscribed", at, from: cause });
  const id = deterministicId("event", at, "unsubscribe", person.id, cause);
  await applyFact(workshop, subject.personId, { kind: "unsubscribe", id, at, messageId: subject.messageId });
  return { kind: "unsubscribed" };
}
