import type { Suppression } from "#core/address/suppression.ts";
import { type Awaited, type Consent, isConfirmed, type LawfulBasis, type Purpose, stands } from "#core/person/consent.ts";
import type { ConsentAct } from "./consent-acts.ts";
import type { ReasonCode } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";

/** What an arrival says of consent, before it is held against what stands. */
export interface GivenConsent {
  readonly marketing?: LawfulBasis;
  readonly measurement?: LawfulBasis;
  /** A box that was ticked where a second yes is asked for. */
  readonly awaited?: Awaited;
  /** A basis that its source would have given, and that this person does not get. */
  readonly refused?: { readonly basis: LawfulBasis; readonly because: ReasonCode };
}

/**
 * One thing that happened to one purpose, in the order it did. `because` says why where it is not what was asked for. `stands` is
 * what it rests on then, where no fact has it: of two records that were merged, or parted again.
 */
export interface ConsentChange {
  readonly purpose: Purpose;
  readonly act: ConsentAct;
  readonly because?: string;
  readonly stands?: LawfulBasis;
}

export interface Taken {
  readonly consent: Consent;
  readonly changes: readonly ConsentChange[];
}

/** What is known of somebody who may have to be asked once more. */
export interface Asked {
  readonly consent: Consent;
  readonly suppression: Pick<Suppression, "reason" | "at"> | undefined;
  readonly isPaused: boolean;
}

type AskingPolicy = (asked: Asked) => ReasonCode | undefined;

/** A mailbox that is gone, one that called us spam, one that somebody here closed: never again, whoever typed the address. */
const addressMayBeWrittenTo: AskingPolicy = ({ suppression }) =>
  suppression === undefined || suppression.reason === "unsubscribed" ? undefined : `suppressed-${suppression.reason}`;

const isAskedOnceAfterOptOut: AskingPolicy = ({ consent, suppression }) =>
  suppression !== undefined && consent.askedAfterOptOutAt !== undefined && consent.askedAfterOptOutAt > suppression.at
    ? "asked-once"
    : undefined;

const isNotPaused: AskingPolicy = ({ isPaused }) => (isPaused ? "paused" : undefined);

const isNotConfirmed: AskingPolicy = ({ consent }) => (isConfirmed(consent.marketing) ? "confirmed-already" : undefined);

/** May somebody be asked by mail whether they mean it? Every policy; the first objection is the one that is told. */
export const askingPolicies = [addressMayBeWrittenTo, isAskedOnceAfterOptOut, isNotPaused, isNotConfirmed] as const;

export function whyNotAsked(asked: Asked): ReasonCode | undefined {
  for (const policy of askingPolicies) {
    const objection = policy(asked);
    if (objection !== undefined) return objection;
  }
  return undefined;
}

/** Consent after an arrival. What stands is never weakened: a yes replaces an older yes, a confirmed one only another confirmed one. */
export function takeConsent(known: Asked, given: GivenConsent, at: Instant): Taken {
  const changes: ConsentChange[] = [];
  for (const purpose of ["marketing", "measurement"] as const) {
    if (stands(given[purpose])) changes.push({ purpose, act: "given" });
  }
  if (given.refused !== undefined) changes.push({ purpose: "marketing", act: "not-given", because: given.refused.because });
  const { marketing: _, measurement: __, ...beside } = known.consent;
  const consent: Consent = { ...beside, ...strongest(known.consent, given) };
  return given.awaited === undefined ? { consent, changes } : ask({ ...known, consent }, given.awaited, at, changes);
}

function ask(known: Asked, awaited: Awaited, at: Instant, changes: readonly ConsentChange[]): Taken {
  const { consent } = known;
  const objection = whyNotAsked(known);
  if (objection === "confirmed-already")
    return { consent, changes: [...changes, { purpose: "marketing", act: "given", because: objection }] };
  if (objection !== undefined) return { consent, changes: [...changes, { purpose: "marketing", act: "not-given", because: objection }] };
  const waiting = consent.awaited;
  // The same words asked for again: the link that is on its way is as good as another.
  if (waiting !== undefined && at < waiting.until && isSameQuestion(waiting, awaited))
    return { consent, changes: [...changes, { purpose: "marketing", act: "asked-again" }] };
  return {
    consent: { ...consent, awaited, ...(known.suppression === undefined ? {} : { askedAfterOptOutAt: at }) },
    changes: [...changes, { purpose: "marketing", act: "asked" }],
  };
}

function isSameQuestion(one: Awaited, other: Awaited): boolean {
  return (
    one.given.source === other.given.source && one.given.text === other.given.text && one.given.textVersion === other.given.textVersion
  );
}

function strongest(before: Consent, given: GivenConsent): Pick<Consent, "marketing" | "measurement"> {
  const marketing = stronger(before.marketing, given.marketing);
  const measurement = stronger(before.measurement, given.measurement);
  return { ...(marketing === undefined ? {} : { marketing }), ...(measurement === undefined ? {} : { measurement }) };
}

/** A newer consent replaces what stood; mere interest never replaces a consent that stands, nor one yes a yes that was said twice. */
function stronger(before: LawfulBasis | undefined, given: LawfulBasis | undefined): LawfulBasis | undefined {
  if (given === undefined) return before;
  if (stands(before) && before.basis === "consent" && given.basis !== "consent") return before;
  if (isConfirmed(before) && !isConfirmed(given)) return before;
  // A person who said no is not brought back by an interest of ours, only by a new yes of theirs.
  if (before !== undefined && !stands(before) && given.basis !== "consent") return before;
  return before !== undefined && before.at > given.at ? before : given;
}

/** Consent after a no to one purpose: what stood is kept, with when and by what it was taken back, and nothing is waited for. */
export function withdraw(consent: Consent, purpose: Purpose, at: Instant, by: string): Taken {
  const { awaited, ...rest } = consent;
  const basis = consent[purpose];
  const isWaiting = purpose === "marketing" && awaited !== undefined;
  if (!stands(basis) && !isWaiting) return { consent, changes: [] };
  return {
    consent: {
      ...(isWaiting ? rest : consent),
      ...(stands(basis) ? { [purpose]: { ...basis, withdrawnAt: at, withdrawnBy: by } } : {}),
    },
    changes: [{ purpose, act: "withdrawn" }],
  };
}

/** Consent after the link was used: what was waited for is what stands now. Another request than the one that waits changes nothing. */
export function confirm(
  consent: Consent,
  request: string,
  used: { readonly at: Instant; readonly ip: string | undefined; readonly messageId: string },
): Taken {
  const { awaited, askedAfterOptOutAt: _, ...rest } = consent;
  if (awaited?.request !== request) return { consent, changes: [] };
  const marketing: LawfulBasis = {
    ...awaited.given,
    confirmedAt: used.at,
    confirmedBy: used.messageId,
    ...(used.ip === undefined ? {} : { confirmedIp: used.ip }),
  };
  return { consent: { ...rest, marketing }, changes: [{ purpose: "marketing", act: "confirmed" }] };
}

/** Consent once nobody waits for the link any more. */
export function lapse(consent: Consent, request: string | undefined, because: string): Taken {
  const { awaited, ...rest } = consent;
  if (awaited === undefined || (request !== undefined && awaited.request !== request)) return { consent, changes: [] };
  return { consent: rest, changes: [{ purpose: "marketing", act: "lapsed", because }] };
}
