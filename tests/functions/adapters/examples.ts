import { type Confirmation, openConfirmation } from "#core/consent/confirmation.ts";
import { day } from "#core/time/instant.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { deterministicId, type PersonId } from "#core/id/id.ts";
import type { Message } from "#core/message/message.ts";
import type { Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import type { Source } from "#core/source/source.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import type { Entry } from "#core/timeline/entry.ts";

/** A Tuesday morning in Paris. */
export const morning = Date.parse("2026-11-24T09:30:00Z");

let made = 0;

/** Something no other example has. */
export function unique(name: string): string {
  return `${name}-${process.pid}-${made++}`;
}

export function personId(): PersonId {
  return deterministicId("person", morning, unique("person"));
}

export function aPerson(change: Partial<Person> = {}): Person {
  const id = personId();
  return { ...blankPerson(id, `${id}@example.com`, unique("hash"), morning), rev: 1, ...change };
}

/** A request to confirm whose first mail is due. */
export function aConfirmation(id: PersonId): Confirmation {
  return openConfirmation({
    personId: id,
    awaited: { request: "sub_1", given: { basis: "consent", at: morning, source: "form:demo" }, until: morning + 7 * day },
    rule: { validDays: 7 },
    before: undefined,
    messageId: deterministicId("message", morning, id),
    mayRemind: true,
    now: morning,
  });
}

/** Someone with so much fit, and as much engagement earned at an instant. */
export function aScoredPerson(fit: number, engagement: number, at = morning): Person {
  return aPerson({
    score: {
      fit: { known: fit },
      engagement: engagement === 0 ? {} : { acted: add(undefined, engagement, at, engagementHalfLife) },
      penalties: {},
      rules: 1,
    },
  });
}

export function aRun(person: Person, change: Partial<Enrollment> = {}): Enrollment {
  return {
    id: deterministicId("enrollment", morning, unique("run")),
    personId: person.id,
    sequence: "demo",
    version: 1,
    run: 1,
    rev: 1,
    status: "active",
    cursor: { step: "un-jour", visit: 2, slot: morning },
    dueAt: morning,
    because: { code: "waits" },
    signals: { sent: 1 },
    trigger: "evt_example",
    startedAt: morning,
    attempts: 0,
    ...change,
  };
}

export function aMessage(person: Person, change: Partial<Message> = {}): Message {
  return {
    id: deterministicId("message", morning, unique("message")),
    personId: person.id,
    purpose: "marketing",
    enrollmentId: deterministicId("enrollment", morning, person.id),
    sequence: "demo",
    version: 1,
    step: "bienvenue",
    email: "demo-1-bienvenue",
    emailVersion: 1,
    locale: "fr",
    subject: "Zoé, votre étude d’éclairage : la suite",
    data: { firstName: "Zoé", company: "Établissements Dupont & Fils" },
    state: "claimed",
    because: { code: "asked-for" },
    attempt: 1,
    claimedAt: morning,
    claimUntil: morning + 60_000,
    ...change,
  };
}

export function anEntry(person: Person, at = morning): Entry {
  return { id: deterministicId("timeline", at, unique("entry")), personId: person.id, at, type: "note", data: { by: "a test" } };
}

export function aSubmission(change: Partial<Submission> = {}): Submission {
  return {
    id: deterministicId("submission", morning, unique("submission")),
    rev: 1,
    source: "form:demo",
    sourceKind: "form",
    basis: "consent",
    status: "pending",
    extracted: {
      email: "zoe@example.com",
      utm: {},
      hidden: {},
      answers: [{ key: "need", title: "Besoin", value: "workshop" }],
      eventId: unique("event"),
    },
    receivedAt: morning,
    attempts: 0,
    dueAt: morning,
    ...change,
  };
}

export function aSource(change: Partial<Source> = {}): Source {
  return {
    id: deterministicId("source", morning, unique("source")),
    kind: "json",
    name: "Boutique",
    secrets: [],
    basis: "consent",
    createdAt: morning,
    ...change,
  };
}

/** What came over the wire for a submission. */
export function aDelivery(submission: Submission, change: Partial<KeptDelivery> = {}): KeptDelivery {
  return {
    id: submission.id,
    source: submission.source,
    eventId: submission.extracted.eventId,
    receivedAt: submission.receivedAt,
    headers: { "content-type": "application/json" },
    query: {},
    bytes: 2,
    kept: "whole",
    body: new Uint8Array([1]),
    ...change,
  };
}
