import { deterministicId } from "#core/id/id.ts";
import type { TokenSubject } from "#core/token/token.ts";
import { applyFact } from "./apply-fact.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Honours an opt-out: the address is suppressed first, so that nothing leaves even if the rest must be tried again, then
 * the person, their runs and the bus are told. Doing it again changes nothing.
 */
export async function unsubscribe(workshop: Workshop, subject: TokenSubject): Promise<{ readonly kind: "unsubscribed" | "unknown" }> {
  const dossier = await workshop.stores.people.dossier(subject.personId);
  if (dossier === undefined) return { kind: "unknown" };
  const { person } = dossier;
  const cause = subject.messageId ?? person.id;
  const at = person.suppressed?.reason === "unsubscribed" ? person.suppressed.at : workshop.runtime.now();
  await workshop.stores.addresses.suppress(person.addressHash, { reason: "unsubscribed", at, from: cause });
  const id = deterministicId("event", at, "unsubscribe", person.id, cause);
  await applyFact(workshop, person.id, { kind: "unsubscribe", id, at, messageId: subject.messageId });
  return { kind: "unsubscribed" };
}
