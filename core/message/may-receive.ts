import type { Suppression } from "#core/address/suppression.ts";
import { type Awaited, stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";
import type { Instant } from "#core/time/instant.ts";

/** Whom the question is about: the person, and what the suppression list says of their address. */
export interface Recipient {
  readonly person: Person;
  readonly suppression: Suppression | undefined;
}

/** A policy's objection. A final one ends a run; another only stands in the way of this mail. */
export interface Objection {
  readonly because: Because;
  readonly final: boolean;
  /** Set where it may pass by itself: not before then. */
  readonly until?: Instant;
}

type Policy = (recipient: Recipient) => Objection | undefined;

/** Who unsubscribed, and has ticked a box since, is waited for: their second yes takes the first no back. */
const addressIsNotSuppressed: Policy = ({ person, suppression }) =>
  suppression === undefined ? undefined : (isAwaitedBack(person, suppression.reason) ?? suppressedFor(suppression.reason));

const personIsNotSuppressed: Policy = ({ person }) =>
  person.suppressed === undefined
    ? undefined
    : (isAwaitedBack(person, person.suppressed.reason) ?? suppressedFor(person.suppressed.reason));

const suppressedFor = (reason: Suppression["reason"]): Objection => ({ because: because(`suppressed-${reason}`), final: true });

function isAwaitedBack({ consent }: Person, reason: Suppression["reason"]): Objection | undefined {
  return reason === "unsubscribed" && consent.awaited !== undefined ? awaited(consent.awaited) : undefined;
}

const awaited = ({ until }: Awaited): Objection => ({ because: because("awaiting-confirmation"), final: false, until });

/** A box was ticked, nothing else stands, and the second yes has not come yet. */
const agreementIsConfirmed: Policy = ({ person: { consent } }) =>
  consent.awaited === undefined || stands(consent.marketing) ? undefined : awaited(consent.awaited);

const lawfulBasisIsRecorded: Policy = ({ person }) =>
  person.consent.marketing === undefined ? { because: because("no-lawful-basis"), final: false } : undefined;

const lawfulBasisStands: Policy = ({ person }) =>
  person.consent.marketing !== undefined && !stands(person.consent.marketing)
    ? { because: because("consent-withdrawn"), final: true }
    : undefined;

const personIsNotPaused: Policy = ({ person }) => (person.paused === undefined ? undefined : { because: because("paused"), final: true });

/** May we write to this person? Every policy, in the order in which its objection is told. All must be content. */
export const policies = {
  addressIsNotSuppressed,
  personIsNotSuppressed,
  personIsNotPaused,
  agreementIsConfirmed,
  lawfulBasisIsRecorded,
  lawfulBasisStands,
} as const satisfies Record<string, Policy>;

export type MayReceive = { readonly kind: "yes" } | ({ readonly kind: "no"; readonly policy: keyof typeof policies } & Objection);

export function mayReceive(recipient: Recipient): MayReceive {
  for (const policy of policyNames) {
    const objection = policies[policy](recipient);
    if (objection !== undefined) return { kind: "no", policy, ...objection };
  }
  return { kind: "yes" };
}

const policyNames = [
  "addressIsNotSuppressed",
  "personIsNotSuppressed",
  "personIsNotPaused",
  "agreementIsConfirmed",
  "lawfulBasisIsRecorded",
  "lawfulBasisStands",
] as const satisfies readonly (keyof typeof policies)[];
