import { deterministicId } from "#core/id/id.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Stage } from "#core/person/stage.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";

/** A Tuesday, half past ten in Paris. */
export const tuesday = Date.parse("2026-11-24T09:30:00Z");

const agreed: LawfulBasis = { basis: "consent", at: tuesday, source: "form:demo", text: "J’accepte.", textVersion: "2026-11" };

/** Zoé, who agreed to be written to, unless something else is said of her. */
export function aProspect(change: Partial<Person> = {}): Person {
  const person = blankPerson(deterministicId("person", tuesday, "zoe"), "zoe@example.com", "hash-of-zoe", tuesday);
  return { ...person, rev: 1, consent: { marketing: agreed }, ...change };
}

export function answering(person: Person, answers: Readonly<Record<string, AttributeValue>>): Person {
  const attributes = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value, at: tuesday, from: "sub_test" }]));
  return { ...person, attributes: { ...person.attributes, ...attributes } };
}

export function inStage(person: Person, value: Stage): Person {
  return { ...person, stage: { value, since: tuesday, because: { rule: "test" } } };
}
