import type { Suppression } from "#core/address/suppression.ts";
import { coerceAnswer } from "#core/person/coerce-answer.ts";
import { mergeAttributes } from "#core/person/merge-attributes.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import { type Consent, type LawfulBasis, stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";
import type { Judging } from "./judging.ts";

/** What a fact says of a person, taken into their record, before anything is judged anew. */
export interface Absorbed {
  readonly person: Person;
  readonly changed: readonly string[];
}

export function absorb(person: Person, fact: Fact, judging: Judging): Absorbed {
  switch (fact.kind) {
    case "submission":
      return absorbSubmission(person, fact, judging);
    case "set":
      return answered(person, fact.attributes, fact.at, fact.by, judging);
    case "purchase":
      return unchanged(acted(withPurchase(person, fact), fact.at));
    case "click":
      return unchanged(fact.by === "person" ? acted(person, fact.at) : person);
    case "reply":
      return unchanged(fact.automatic ? person : acted(person, fact.at));
    case "unsubscribe":
      return unchanged(suppressed(withdrawn(acted(person, fact.at), fact.at, fact.id), { reason: "unsubscribed", at: fact.at }));
    case "complaint":
      return unchanged(suppressed(withdrawn(person, fact.at, fact.id), { reason: "complained", at: fact.at }));
    case "bounce":
      return unchanged(fact.permanent ? suppressed(person, { reason: "bounced", at: fact.at }) : person);
    case "review":
      return unchanged(person);
  }
}

function unchanged(person: Person): Absorbed {
  return { person, changed: [] };
}

function absorbSubmission(person: Person, fact: Extract<Fact, { kind: "submission" }>, judging: Judging): Absorbed {
  const { extracted, source, receivedAt } = fact.submission;
  const { person: known, changed } = answered(person, fact.answers, receivedAt, fact.submission.id, judging);
  const arrived: Person = {
    ...acted(known, receivedAt),
    firstSource: person.firstSource ?? source,
    consent: consented(person.consent, fact.consent),
    ...(extracted.locale === undefined ? {} : { locale: extracted.locale }),
    ...(extracted.timeZone === undefined ? {} : { timeZone: extracted.timeZone }),
  };
  return { person: fact.suppression === undefined ? arrived : suppressed(arrived, fact.suppression), changed };
}

function answered(
  person: Person,
  answers: Readonly<Record<string, AttributeValue>>,
  at: Instant,
  from: string,
  judging: Judging,
): Absorbed {
  const coerced = Object.fromEntries(
    Object.entries(answers).map(([name, raw]) => {
      // A form may have a field called `constructor`; every object has one.
      const declaration = Object.hasOwn(judging.declarations, name) ? judging.declarations[name] : undefined;
      return [name, declaration === undefined ? raw : coerceAnswer(declaration, raw)];
    }),
  );
  const merged = mergeAttributes(person.attributes, coerced, at, from);
  return { person: { ...person, attributes: merged.attributes }, changed: merged.changed.map((change) => change.name) };
}

/** Counts as an action that came from the person: what the three years of the CNIL are counted from. */
function acted(person: Person, at: Instant): Person {
  return { ...person, lastActionAt: Math.max(person.lastActionAt ?? 0, at) };
}

function withPurchase(person: Person, fact: Extract<Fact, { kind: "purchase" }>): Person {
  const before = person.purchases ?? { count: 0, total: 0, lastAt: 0 };
  return {
    ...person,
    purchases: {
      count: before.count + 1,
      total: before.total + fact.purchase.amount,
      currency: before.currency ?? fact.purchase.currency,
      lastAt: Math.max(before.lastAt, fact.at),
    },
  };
}

/** The first reason stays, as it does in the suppression list. */
function suppressed(person: Person, suppression: Pick<Suppression, "reason" | "at">): Person {
  return { ...person, suppressed: person.suppressed ?? { reason: suppression.reason, at: suppression.at } };
}

function withdrawn(person: Person, at: Instant, by: string): Person {
  const { marketing } = person.consent;
  if (!stands(marketing)) return person;
  return { ...person, consent: { ...person.consent, marketing: { ...marketing, withdrawnAt: at, withdrawnBy: by } } };
}

/** A newer consent replaces what stood; mere interest never replaces a consent that stands. */
function consented(before: Consent, given: Consent): Consent {
  const marketing = stronger(before.marketing, given.marketing);
  const measurement = stronger(before.measurement, given.measurement);
  return { ...(marketing === undefined ? {} : { marketing }), ...(measurement === undefined ? {} : { measurement }) };
}

function stronger(before: LawfulBasis | undefined, given: LawfulBasis | undefined): LawfulBasis | undefined {
  if (given === undefined) return before;
  if (stands(before) && before.basis === "consent" && given.basis !== "consent") return before;
  // A person who said no is not brought back by an interest of ours, only by a new yes of theirs.
  if (before !== undefined && !stands(before) && given.basis !== "consent") return before;
  return before !== undefined && before.at > given.at ? before : given;
}
