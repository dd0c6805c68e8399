import { deterministicId, type PersonId } from "#core/id/id.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import { keysVersion } from "#core/duplicate/likeness.ts";
import { hashAddress } from "#core/address/hash-address.ts";

/** The instant the benchmarks' people came, a Tuesday morning in Paris. */
export const arrival = Date.parse("2026-11-24T09:30:00Z");

const needs = ["workshop", "shop", "office", "other", "unsure"];
const budgets = ["under-5k", "5k-20k", "20k-50k", "over-50k", "unknown"];
const roles = ["decides", "advises", "studies", "other"];

export function personId(index: number): PersonId {
  return deterministicId("person", arrival, "bench", String(index));
}

/** The nth of a crowd: consenting, scored, known as well as people who filled in the example's form are. */
export function aPerson(index: number): Person {
  const email = `person-${index}@example.com`;
  const attribute = (value: string) => ({ value, at: arrival, from: "sub_bench" });
  return {
    ...blankPerson(personId(index), email, hashAddress(email), arrival),
    rev: 1,
    keyed: keysVersion,
    locale: index % 3 === 0 ? "en" : "fr",
    attributes: {
      firstName: attribute(`Prénom${index}`),
      company: attribute(`Entreprise ${index}`),
      need: attribute(needs[index % 5] ?? ""),
      budget: attribute(budgets[(index >> 2) % 5] ?? ""),
      role: attribute(roles[(index >> 3) % 4] ?? ""),
      timing: attribute(index % 2 === 0 ? "now" : "later"),
    },
    score: {
      fit: { "need-known": 15 + (index % 60) },
      engagement: { "asked-for-study": add(undefined, 20, arrival, engagementHalfLife) },
      penalties: {},
      rules: 1,
    },
    consent: {
      marketing: {
        basis: "consent",
        at: arrival,
        source: "form:demo",
        text: "J’accepte de recevoir quelques e-mails.",
        textVersion: "2026-11",
      },
    },
  };
}

/** That person's run through the example's sequence, due at an instant at its second mail. */
export function aRun(index: number, dueAt: number, version = 1): Enrollment {
  return {
    id: deterministicId("enrollment", arrival, "bench", String(index)),
    personId: personId(index),
    sequence: "demo",
    version,
    run: 1,
    rev: 1,
    status: "active",
    cursor: { step: "un-jour", visit: 2, slot: dueAt },
    dueAt,
    because: { code: "waits" },
    signals: { sent: 1, lastSentAt: arrival },
    trigger: "evt_bench",
    startedAt: arrival,
    attempts: 0,
  };
}
