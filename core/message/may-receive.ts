import type { Suppression } from "#core/address/suppression.ts";
import { stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { because } from "#core/reason/sentences.ts";

/** Whom the question is about: the person, and what the suppression list says of their address. */
export interface Recipient {
  readonly person: Person;
  readonly suppression: Suppression | undefined;
}

/** A policy's objection. A final one ends a run; another only stands in the way of this mail. */
export interface Objection {
  readonly because: Because;
  readonly final: boolean;
}

type Policy = (recipient: Recipient) => Objection | undefined;

const addressIsNotSuppressed: Policy = ({ suppression }) =>
  suppression === undefined ? undefined : { because: because(`suppressed-${suppression.reason}`), final: true };

const personIsNotSuppressed: Policy = ({ person }) =>
  person.suppressed === undefined ? undefined : { because: because(`suppressed-${person.suppressed.reason}`), final: true };

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
  "lawfulBasisIsRecorded",
  "lawfulBasisStands",
] as const satisfies readonly (keyof typeof policies)[];
