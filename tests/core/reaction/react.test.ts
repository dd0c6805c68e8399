import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { react } from "#core/reaction/react.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { catalogue } from "#core/event/catalogue.ts";
import type { Person } from "#core/person/person.ts";
import { stands } from "#core/person/consent.ts";
import type { Submission } from "#core/submission/submission.ts";
import { day } from "#core/time/instant.ts";
import { reviewFact } from "#core/reaction/review.ts";
import { aProspect, inStage, tuesday } from "#tests/core/builders/a-person.ts";
import { judging } from "#tests/core/builders/example.ts";

const submission: Submission = {
  id: "sub_01M84YQGFCNZAQQH15PZ9VWDGM",
  rev: 1,
  source: "form:demo",
  sourceKind: "form",
  basis: "consent",
  status: "pending",
  extracted: { email: "zoe@example.com", utm: { source: "site" }, hidden: {}, answers: [], eventId: "e" },
  receivedAt: tuesday,
  attempts: 0,
};
const arrival: Fact = {
  kind: "submission",
  id: submission.id,
  at: tuesday,
  submission,
  answers: { need: "workshop", budget: "5k-20k", role: "decides" },
  consent: { marketing: { basis: "consent", at: tuesday, source: "form:demo" } },
  suppression: undefined,
};
const purchase = (id: string, at = tuesday): Fact => ({
  kind: "purchase",
  id: `purchase#${id}`,
  at,
  purchase: { id, email: "zoe@example.com", amount: 100, currency: "EUR" },
});
const blank = blankPerson(aProspect().id, "zoe@example.com", "hash", tuesday);
const after = (person: Person, fact: Fact, now = fact.at) => react({ person, fact, judging, now });

describe("a first submission", () => {
  const { person, outcome, fresh } = after(blank, arrival);

  it("makes a known, scored and qualified prospect", () => {
    expect(fresh).toBe(true);
    expect(person).toMatchObject({
      rev: 1,
      lifecycle: { value: "prospect" },
      stage: { value: "connection" },
      firstSource: "form:demo",
      lastActionAt: tuesday,
    });
    expect(person.attributes["need"]).toEqual({ value: "workshop", at: tuesday, from: submission.id });
    expect(person.qualification.needFit).toMatchObject({ level: "strong", from: "need-matches" });
  });

  it("is told to the bus in events that keep to the catalogue", () => {
    const events = eventsOf(person, arrival, outcome);

    expect(events.map((event) => event.type).sort()).toEqual([
      "lifecycle.changed",
      "person.created",
      "person.qualified",
      "stage.changed",
      "submission.received",
    ]);
    for (const event of events) expect(catalogue[event.type].data.safeParse(event.data).success).toBe(true);
  });

  it("leaves its traces in the timeline, its receipt apart", () => {
    expect(
      entriesOf(person, arrival, outcome)
        .map((entry) => entry.type)
        .sort(),
    ).toEqual(["attributes.changed", "consent.given", "lifecycle.changed", "stage.changed"]);
    expect(receiptOf(person, arrival)?.type).toBe("submission.received");
  });

  it("counts once: told again, nothing is stored, and the same events are told under the same ids", () => {
    const again = after(person, arrival, tuesday + day);

    expect(again.fresh).toBe(false);
    expect(again.person).toBe(person);
    expect(eventsOf(again.person, arrival, again.outcome).map((event) => event.id)).toEqual(
      eventsOf(person, arrival, outcome).map((event) => event.id),
    );
  });

  it("foresees when the interest it showed will have cooled", () => {
    expect(person.reviewAt).toBeGreaterThan(tuesday);
    const cooled = after(person, reviewFact(person.id, person.reviewAt ?? 0), person.reviewAt ?? 0);
    expect(cooled.person.lifecycle.value).toBe("contact");
  });
});

describe("what a person does and says", () => {
  it("makes a buyer a client for good, and adds up what they spend", () => {
    const once = after(aProspect(), purchase("A")).person;
    const twice = after(once, purchase("B", tuesday + day)).person;

    expect(twice).toMatchObject({
      lifecycle: { value: "client" },
      stage: { value: "won" },
      purchases: { count: 2, total: 200, lastAt: tuesday + day },
    });
    expect(twice.reviewAt).toBeUndefined();
  });

  it("takes an opt-out: consent withdrawn, address marked, first reason kept", () => {
    const left = after(aProspect(), { kind: "unsubscribe", id: "u", at: tuesday, messageId: undefined }).person;
    const complained = after(left, { kind: "complaint", id: "c", at: tuesday + 1, message: undefined }).person;

    expect(stands(left.consent.marketing)).toBe(false);
    expect(complained.suppressed).toEqual({ reason: "unsubscribed", at: tuesday });
  });

  it("is not brought back by an interest of ours, only by a new yes of theirs", () => {
    const left = after(aProspect(), { kind: "unsubscribe", id: "u", at: tuesday, messageId: undefined }).person;
    const interest: Fact = {
      ...arrival,
      id: "sub_2",
      at: tuesday + day,
      consent: { marketing: { basis: "legitimate-interest", at: tuesday + day, source: "hook:x" } },
    };
    const yes: Fact = {
      ...arrival,
      id: "sub_3",
      at: tuesday + day,
      consent: { marketing: { basis: "consent", at: tuesday + day, source: "form:demo" } },
    };

    expect(stands(after(left, interest).person.consent.marketing)).toBe(false);
    expect(stands(after(left, yes).person.consent.marketing)).toBe(true);
  });

  it("moves a stage by hand, with who did it", () => {
    const moved = after(inStage(aProspect(), "qualification"), {
      kind: "set",
      id: "s",
      at: tuesday,
      attributes: {},
      stage: "lost",
      by: "hand:camille",
    });

    expect(moved.person.stage).toMatchObject({ value: "lost", because: { rule: "hand:camille" } });
    expect(moved.outcome.stage).toMatchObject({ from: "qualification", to: "lost" });
  });

  it("lets the lifecycle follow at once from a stage set by hand", () => {
    const { person } = after(blank, arrival);

    const lost = after(person, { kind: "set", id: "s", at: tuesday, attributes: {}, stage: "lost", by: "hand:camille" });

    expect(person.lifecycle.value).toBe("prospect");
    expect(lost.outcome).toMatchObject({ stage: { to: "lost" }, lifecycle: { from: "prospect", to: "contact" } });
  });

  it("counts every fact once, in whatever order and however often it is told", () => {
    const facts = [arrival, purchase("A"), purchase("B"), { kind: "unsubscribe", id: "u", at: tuesday, messageId: undefined } as const];
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts, ...facts], { minLength: 8 }), (told) => {
        const person = told.reduce((before, fact) => after(before, fact).person, blank);
        const bought = new Set(told.filter((fact) => fact.kind === "purchase").map((fact) => fact.id)).size;
        expect(person.purchases?.count ?? 0).toBe(bought);
        expect(person.score.engagement["asked-for-study"]?.count ?? 0).toBe(told.some((fact) => fact.kind === "submission") ? 1 : 0);
        expect(person.rev).toBe(new Set(told.map((fact) => fact.id)).size);
      }),
    );
  });
});
