import { askOnceMore, type Confirmation, isAskedBy, use } from "#core/consent/confirmation.ts";
import { confirmationMessageId } from "#core/consent/plan-confirmation.ts";
import { deterministicId, type MessageId, type PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { truncateIp } from "#core/submission/truncate-ip.ts";
import { day } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { applyFact } from "./apply-fact.ts";
import { racesBeforeGivingUp } from "./end-runs.ts";
import { standsFor } from "./merge/stands-for.ts";
import type { Workshop } from "./workshop.ts";

/** Whose link it is, and which mail it stood in. */
export interface LinkOf {
  readonly personId: PersonId;
  readonly messageId: MessageId;
}

/** How a link stands: it may be used, it was, it no longer may be, or there is nobody and nothing left that it could mean. */
export type LinkStanding =
  | { readonly kind: "open"; readonly person: Person; readonly confirmation: Confirmation }
  | { readonly kind: "used" | "closed"; readonly person: Person; readonly confirmation: Confirmation }
  | { readonly kind: "gone" };

export async function standingOf({ stores, runtime }: Workshop, link: LinkOf): Promise<LinkStanding> {
  const [confirmation, dossier] = await Promise.all([stores.confirmations.find(link.personId), standsFor(stores, link.personId)]);
  if (confirmation === undefined || dossier === undefined) return { kind: "gone" };
  const { person } = dossier;
  const isTheirs = isAskedBy(confirmation, link.messageId);
  const { marketing, awaited } = person.consent;
  const isStanding = marketing?.confirmedBy !== undefined && marketing.withdrawnAt === undefined;
  if (isTheirs && confirmation.used !== undefined && (isStanding || awaited?.request === confirmation.request))
    return { kind: "used", person, confirmation };
  const isWaiting = confirmation.used === undefined && awaited?.request === confirmation.request && runtime.now() < confirmation.until;
  return { kind: isTheirs && isWaiting ? "open" : "closed", person, confirmation };
}

/**
 * Takes the second yes: writes the click down first, with when and from where, so that what follows from it is owed whatever
 * happens next. Done again, it changes nothing.
 */
export async function confirmAgreement(workshop: Workshop, link: LinkOf, ip: string | undefined): Promise<LinkStanding> {
  const { stores, runtime } = workshop;
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const standing = await standingOf(workshop, link);
    if (standing.kind !== "open") return standing;
    const network = ip === undefined ? undefined : truncateIp(ip);
    const now = runtime.now();
    const used = use(standing.confirmation, { at: now, messageId: link.messageId, ...(network === undefined ? {} : { ip: network }) }, now);
    if ((await stores.confirmations.save(used)) === "saved") return { ...standing, kind: "used", confirmation: used };
  }
  throw new TransientFault("confirmation-busy", `The request to ${link.personId} was changed by others meanwhile.`);
}

/**
 * Asks once more: the same request while it waits, a new one with the same words once it has lapsed, and that once a day at
 * most. True where a mail is due now; what an address may get in a day holds here too.
 */
export async function askAgain(workshop: Workshop, personId: PersonId): Promise<boolean> {
  const { stores, runtime } = workshop;
  const now = runtime.now();
  const [confirmation, dossier] = await Promise.all([stores.confirmations.find(personId), standsFor(stores, personId)]);
  if (confirmation === undefined || dossier === undefined) return false;
  if (dossier.person.consent.awaited?.request === confirmation.request && now < confirmation.until) {
    const again = askOnceMore(confirmation, confirmationMessageId(personId, confirmation.request, "again", now), now);
    return again !== undefined && (await stores.confirmations.save(again)) === "saved";
  }
  const { suppression } = await stores.addresses.find(dossier.person.addressHash);
  const id = deterministicId("event", Math.floor(now / day) * day, "ask-again", personId);
  const { given, validDays, email } = confirmation;
  const applied = await applyFact(workshop, personId, {
    kind: "ask",
    id,
    at: now,
    awaited: { request: id, given, until: now + validDays * day },
    rule: { validDays, ...(email === undefined ? {} : { email }) },
    suppression,
  });
  return applied.kind === "applied" && applied.asks;
}
