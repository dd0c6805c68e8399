import type { PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { noScore } from "#core/score/score.ts";
import type { Instant } from "#core/time/instant.ts";

/** Someone of whom nothing is known yet but an address: what the first fact is applied to. Revision 0 is never stored. */
export function blankPerson(id: PersonId, email: string, addressHash: string, at: Instant): Person {
  const because = { rule: "arrival", text: { en: "Has just come in", fr: "Vient d’arriver" } };
  return {
    id,
    rev: 0,
    email,
    addressHash,
    attributes: {},
    lifecycle: { value: "contact", since: at, because },
    stage: { value: "awareness", since: at, because },
    qualification: {},
    score: noScore,
    consent: {},
    applied: [],
    createdAt: at,
    updatedAt: at,
  };
}
